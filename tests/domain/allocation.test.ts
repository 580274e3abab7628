import { describe, expect, it } from "vitest";
import { type Allocation, allocate } from "../../src/domain/allocation.ts";
import { factorParts } from "../../src/domain/factor.ts";
import { nomenclatures, postsOf } from "../../src/domain/nomenclature.ts";
import { type ActivityKind, activityKinds, type Control, controls } from "../../src/domain/plan.ts";

type Part = (typeof factorParts)[number] | "whole";

function placeOf(allocation: Allocation): string {
  return "post" in allocation ? allocation.post : `out: ${allocation.leftOut}`;
}

// Rules of the Association pour la transition Bas Carbone, which its study of 58 lines confirms post by post;
// GHG Protocol: Corporate Value Chain (Scope 3) Standard, chapter 5.
const table: [ActivityKind, Control, Part, beges: string, ghgp: string, bc: string][] = [
  ["stationary-fuel", "operated", "combustion", "1.1", "1.1", "energie"],
  ["stationary-fuel", "operated", "upstream", "4.1", "3.3", "energie"],
  ["stationary-fuel", "operated", "whole", "1.1", "1.1", "energie"],
  ["stationary-fuel", "not-operated", "combustion", "4.4", "3.8", "energie"],
  ["mobile-fuel", "operated", "combustion", "1.2", "1.2", "deplacements"],
  ["mobile-fuel", "operated", "upstream", "4.1", "3.3", "deplacements"],
  ["electricity", "operated", "combustion", "2.1", "2.1", "energie"],
  ["electricity", "operated", "upstream", "4.1", "3.3", "energie"],
  ["electricity", "operated", "losses", "4.1", "3.3", "energie"],
  ["self-consumed-electricity", "operated", "whole", "4.1", "3.3", "energie"],
  ["self-consumed-electricity", "operated", "upstream", "4.1", "3.3", "energie"],
  ["heat", "operated", "whole", "2.2", "2.2", "energie"],
  ["heat", "operated", "losses", "4.1", "3.3", "energie"],
  ["refrigerant-leak", "operated", "whole", "1.4", "1.4", "autres-directes"],
  ["commuting", "not-operated", "combustion", "3.3", "3.7", "deplacements"],
  ["commuting", "not-operated", "upstream", "3.3", "3.7", "deplacements"],
  ["commuting", "not-operated", "manufacture", "3.3", "3.7", "deplacements"],
  ["business-travel", "operated", "combustion", "1.2", "1.2", "deplacements"],
  ["business-travel", "operated", "upstream", "4.1", "3.3", "deplacements"],
  ["business-travel", "operated", "manufacture", "4.2", "out: own-manufacture", "deplacements"],
  ["business-travel", "not-operated", "combustion", "3.5", "3.6", "deplacements"],
  ["business-travel", "not-operated", "manufacture", "3.5", "3.6", "deplacements"],
  ["business-travel", "not-operated", "contrails", "3.5", "out: contrails", "deplacements"],
  ["business-travel", "not-operated", "use", "3.5", "3.6", "deplacements"],
  ["visitor-travel", "not-operated", "whole", "3.4", "out: visitors", "deplacements"],
  ["freight-in", "paid", "whole", "3.1", "3.4", "fret"],
  ["freight-in", "not-operated", "whole", "3.1", "3.4", "fret"],
  ["freight-out", "operated", "combustion", "1.2", "1.2", "fret"],
  ["freight-out", "operated", "manufacture", "4.2", "out: own-manufacture", "fret"],
  ["freight-out", "paid", "combustion", "3.1", "3.4", "fret"],
  ["freight-out", "not-operated", "combustion", "3.2", "3.9", "fret"],
  ["goods", "operated", "whole", "4.1", "3.1", "intrants-biens"],
  ["services", "operated", "whole", "4.5", "3.1", "intrants-services"],
  ["asset", "operated", "manufacture", "4.2", "3.2", "immobilisations"],
  ["waste", "operated", "whole", "4.3", "3.5", "dechets"],
  ["end-of-life", "not-operated", "whole", "5.3", "3.12", "fin-de-vie"],
];

describe("each part of an activity's factor has one place in each nomenclature", () => {
  it.each(table)(
    "%s, %s, %s: BEGES %s, GHG Protocol %s, Bilan Carbone %s",
    (activity, control, part, ...places) => {
      const allocated = { activity, control, part, nonKyoto: false };
      expect(nomenclatures.map((each) => placeOf(allocate(each, allocated)))).toEqual(places);
    },
  );
});

describe("gases outside the Kyoto list", () => {
  const leak = { activity: "refrigerant-leak", control: "operated", part: "whole", nonKyoto: true } as const;

  it("stand beside the total of the GHG Protocol", () => {
    expect(allocate("ghgp", leak)).toEqual({ leftOut: "non-kyoto" });
  });

  it("are counted by BEGES-R and the Bilan Carbone", () => {
    expect(allocate("beges", leak)).toEqual({ post: "1.4", scope: "1" });
    expect(allocate("bc", leak)).toEqual({ post: "autres-directes", scope: "1" });
  });
});

describe("whatever the activity, the control and the part", () => {
  const parts: Part[] = [...factorParts, "whole"];
  const all = activityKinds.flatMap((activity) =>
    controls.flatMap((control) => parts.map((part) => ({ activity, control, part, nonKyoto: false }))),
  );

  it.each(nomenclatures)(
    "%s has exactly one post of its own list, or a reason to leave it out",
    (nomenclature) => {
      const known = new Set<string>(postsOf[nomenclature]);
      const strays = all.filter((allocated) => {
        const allocation = allocate(nomenclature, allocated);
        return "post" in allocation ? !known.has(allocation.post) : nomenclature !== "ghgp";
      });
      expect(all).toHaveLength(16 * 3 * 7);
      expect(strays).toEqual([]);
    },
  );

  it("the Bilan Carbone keeps the scope of the BEGES-R category", () => {
    const scopes = (nomenclature: "beges" | "bc") =>
      all.map((allocated) => {
        const allocation = allocate(nomenclature, allocated);
        return "post" in allocation ? allocation.scope : null;
      });
    expect(scopes("bc")).toEqual(scopes("beges"));
  });
});
