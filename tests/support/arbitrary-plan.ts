import fc from "fast-check";
import { type Decimal, decimal } from "../../src/domain/decimal.ts";
import {
  activityKinds,
  controls,
  directions,
  type Emission,
  families,
  type Indicator,
  type Plan,
  roles,
} from "../../src/domain/plan.ts";
import { quarter } from "../../src/domain/quarter.ts";

const anyText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const anyDecimal: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat(20))
  .map(([digits, places]) => decimal(`${digits}e-${places}`));
const anyYear = fc.integer({ min: 1990, max: 2100 });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

function mapOf<K, V>(key: fc.Arbitrary<K>, value: fc.Arbitrary<V>): fc.Arbitrary<Map<K, V>> {
  return fc.array(fc.tuple(key, value), { maxLength: 4 }).map((pairs) => new Map(pairs));
}

function listOf<T>(item: fc.Arbitrary<T>, nameOf: (item: T) => string): fc.Arbitrary<T[]> {
  return fc.uniqueArray(item, { selector: nameOf, maxLength: 4 });
}

const anyEmission: fc.Arbitrary<Emission> = fc.record({
  activity: fc.constantFrom(...activityKinds),
  control: fc.constantFrom(...controls),
  factor: fc.oneof(
    anyText.map((id) => ({ kind: "standing" as const, id })),
    mapOf(anyYear, anyText).map((byYear) => ({ kind: "series" as const, byYear })),
  ),
  cutOffFactor: orNull(anyText),
  amortisationYears: orNull(fc.integer({ min: 1, max: 100 })),
  evidence: fc.constantFrom("invoice", "estimate"),
});

const anyIndicator: fc.Arbitrary<Indicator> = fc.record({
  slug: anyText,
  action: anyText,
  label: fc.record({ fr: anyText, en: anyText }),
  aliases: fc.array(anyText, { maxLength: 3 }),
  unit: anyText,
  units: mapOf(anyText, anyDecimal),
  wholeNumber: fc.boolean(),
  family: fc.constantFrom(...families),
  direction: fc.constantFrom(...directions),
  emission: orNull(anyEmission),
  owner: anyText,
  bound: orNull(anyDecimal),
  note: orNull(anyText),
});

const day = fc.integer({ min: -20, max: 28 });

/** Any plan of the right shape, meaningful or not; the items of each list have names of their own. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  name: anyText,
  timeZone: anyText,
  referenceYear: anyYear,
  collectFrom: orNull(
    fc.tuple(anyYear, fc.constantFrom(1, 2, 3, 4)).map(([year, number]) => quarter(year, number)),
  ),
  nomenclature: fc.constantFrom("beges", "ghgp", "bc"),
  calendar: fc.record({
    dueDay: day,
    stages: fc.record({ opening: day, reminder: day, eve: day, overdue: day, escalation: day }),
    hours: fc.record({ from: day, to: day }),
    digest: fc.record({ businessDay: day, hour: day }),
  }),
  fte: mapOf(anyYear, anyDecimal),
  values: listOf(fc.record({ name: anyText, text: anyText }), ({ name }) => name),
  actions: listOf(
    fc.record({
      code: anyText,
      title: anyText,
      budget: anyText,
      effort: anyText,
      schedule: anyText,
      criterion: anyText,
    }),
    ({ code }) => code,
  ),
  indicators: listOf(anyIndicator, ({ slug }) => slug),
  targets: listOf(
    fc.record({ subject: anyText, ratePctPerYear: orNull(anyDecimal) }),
    ({ subject }) => subject,
  ),
  people: listOf(
    fc.record({
      email: anyText,
      name: anyText,
      role: fc.constantFrom(...roles),
      referent: orNull(fc.constantFrom("technical", "political")),
      language: orNull(fc.constantFrom("fr", "en")),
    }),
    ({ email }) => email,
  ),
});
