/**
 * Who may import whom, checked by `npm run lint:layers`; test/house plants a violation of each rule.
 * The rules are made from this list, lowest first: a unit may import what stands in a lower row and nothing else,
 * so neither a higher row nor its neighbours in its own row.
 */
const ROWS = [
  ['libs/calendar'],
  ['libs/contracts'],
  ['libs/statutes'],
  ['libs/lifecycle'],
  ['libs/platform'],
  ['libs/casework'],
  [
    'libs/intake',
    'libs/correspondence',
    'libs/supervision',
    'libs/reporting',
    'libs/publication',
    'libs/redaction',
    'libs/filing',
  ],
  ['libs/simulation'],
  ['apps/api', 'apps/worker', 'apps/cli', 'apps/console', 'apps/portal'],
];

/** Only values and functions: no framework, no database, no Node. */
const PURE = ['libs/calendar', 'libs/contracts', 'libs/statutes', 'libs/lifecycle'];
/** What is shipped to a browser, the libs it is made of, and the packages that those may use. */
const BROWSER_APPS = ['apps/console', 'apps/portal'];
const BROWSER_LIBS = ['libs/calendar', 'libs/contracts'];
const BROWSER_PACKAGES = ['zod'];
/** Packages with few users. */
const RESERVED = { xstate: ['libs/lifecycle'], bullmq: ['libs/platform', 'apps/worker'] };

const SPEC = String.raw`\.spec\.tsx?$`;
const within = (units) => `^(${units.join('|')})/`;
/** A package wherever it is found: installed, as types only, or not installed at all. */
const packages = (names) => `(^|node_modules/)(@types/)?(${names.join('|')})(/|$)`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { pathNot: SPEC, ...from }, to });

const upwards = ROWS.slice(0, -1).map((row, i) =>
  forbid(
    `${row.length === 1 ? row[0].replace('libs/', '') : 'capabilities'}-looks-up`,
    'A lower layer knows nothing of the layers above it.',
    { path: within(row) },
    { path: within(ROWS.slice(i + 1).flat()) },
  ),
);

const neighbours = ROWS.filter((row) => row.length > 1).map((row) =>
  forbid(
    `${row[0].split('/')[0]}-apart`,
    'Neighbours in a row meet in a layer above, or through an effect.',
    { path: within(row) },
    { path: within(row), pathNot: '^$1/' },
  ),
);

const reserved = Object.entries(RESERVED).map(([name, users]) =>
  forbid(
    `${name}-in-its-place`,
    `Only ${users.join(' and ')} may import ${name}.`,
    { path: '^(libs|apps)/', pathNot: [SPEC, within(users)] },
    { path: packages([name, `@nestjs/${name}`]) },
  ),
);

const purity = [
  forbid(
    'pure-without-framework',
    'A pure layer imports no framework and no database.',
    { path: within(PURE) },
    { path: packages(['@nestjs/[^/]+', 'typeorm', 'bullmq', 'ioredis', 'pg', 'fastify', 'reflect-metadata']) },
  ),
  forbid('pure-without-node', 'A pure layer imports nothing of Node.', { path: within(PURE) }, { dependencyTypes: ['core'] }),
  forbid(
    'browser-safe',
    'Calendar and contracts run in a browser.',
    { path: within(BROWSER_LIBS) },
    { pathNot: [within(['libs', 'apps', 'test']), packages(BROWSER_PACKAGES)] },
  ),
  forbid(
    'browser-sees-contracts',
    'Console and portal hold no rule: they see calendar and contracts alone.',
    { path: within(BROWSER_APPS) },
    { path: '^libs/', pathNot: within(BROWSER_LIBS) },
  ),
];

const UNKNOWN = `^(libs|apps)/(?!(${ROWS.flat()
  .map((unit) => unit.split('/')[1])
  .join('|')})/)`;

const shape = [
  forbid('unknown-unit', 'Every lib and app has a place in the list above.', { path: UNKNOWN }, {}),
  forbid(
    'public-face',
    'A lib is used through its index.ts.',
    { path: '^((?:libs|apps)/[^/]+)/' },
    { path: String.raw`^libs/[^/]+/(?!src/index\.ts$)`, pathNot: '^$1/' },
  ),
  forbid('specs-are-leaves', 'Nothing imports a spec.', { pathNot: [] }, { path: SPEC }),
  forbid('test-support-stays-in-tests', 'Shipped code does not know the tests.', { path: '^(libs|apps)/' }, { path: '^test/' }),
  forbid(
    'programs-without-tools',
    'What is installed without the tools of build and tests (npm ci --omit=dev, gongkai bundle) has to run.',
    { path: within(ROWS.flat().filter((unit) => !BROWSER_APPS.includes(unit))) },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  forbid('no-circular', 'A circle of imports makes load order into behaviour.', { pathNot: [] }, { circular: true }),
  forbid(
    'no-orphans',
    'A file that nobody imports and that imports nothing is dead.',
    {
      orphan: true,
      pathNot: [
        SPEC,
        String.raw`/main\.tsx?$`,
        String.raw`\.d\.ts$`,
        '/generated/',
        String.raw`\.config\.(ts|mjs)$`,
        '^test/support/no-styles',
        // Imported by the suites that a whole run gathers.
        String.raw`^test/support/gather\.mjs$`,
      ],
    },
    {},
  ),
  forbid('resolvable', 'What is imported exists.', { pathNot: [] }, { couldNotResolve: true }),
];

module.exports = {
  forbidden: [...upwards, ...neighbours, ...reserved, ...purity, ...shape],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    doNotFollow: { path: 'node_modules' },
    // What was built of this tree; packages keep theirs, or nobody would be seen to import them. And what is measured beside us: its
    // packages are there only where somebody runs the bench.
    exclude: { path: String.raw`^(\.?dist|test/load/peers)/` },
  },
};
