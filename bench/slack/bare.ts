/** A Bolt app that only acknowledges, on a free port: what Cairn is measured beside. Prints the port. */
import { App, HTTPReceiver } from "@slack/bolt";

const receiver = new HTTPReceiver({ signingSecret: process.env["SLACK_SIGNING_SECRET"] ?? "" });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: "xoxb-1-2-secret", botId: "B0CAIRN", botUserId: "U0CAIRN" }),
});
app.command("/saisir", async ({ ack }) => await ack({ response_type: "ephemeral", text: "C’est noté" }));
const server = await app.start({ port: 0, host: "127.0.0.1" });
const address = server.address();
if (address === null || typeof address === "string") throw new Error("no port");
process.stdout.write(`http://127.0.0.1:${address.port}\n`);
process.stdin.on("end", () => process.exit()).resume();
