// Loaded before Microsoft's playground, which listens to the whole network and takes no address: on this machine alone.
const net = require("node:net");

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (port, ...rest) {
  if (typeof port !== "number") return listen.call(this, port, ...rest);
  const done = rest.find((each) => typeof each === "function");
  return listen.call(this, port, "127.0.0.1", ...(done === undefined ? [] : [done]));
};
