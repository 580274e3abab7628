import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Package = {
  readonly resolved?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
};

function json<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

const manifest = json<Package>("../package.json");
const { packages } = json<{ packages: Record<string, Package> }>("../package-lock.json");

describe("the lock file", () => {
  it("holds every optional package of every platform: `npm ci` refuses a lock that lacks one", () => {
    const lacking = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages))
        .map((name) => `${name} of ${path === "" ? "cairn" : path}`),
    );
    expect(lacking).toEqual([]);
  });

  it("names no registry", () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved?.includes("://"))).toEqual([]);
  });
});

it("every dependency is pinned to one exact version", () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version),
  );
  expect(loose).toEqual([]);
});
