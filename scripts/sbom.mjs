/** `npm run sbom [-- FILE]`: writes a CycloneDX list of what is shipped of other people's packages, by default dist/sbom.cdx.json. */
import './support/check-node.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './support/run.mjs';
import { shipped } from './support/shipped.mjs';
import { at, main, Obstacle, tell } from './support/tree.mjs';

/** npm counts what is built into the screens as a tool of the build. */
const ASKED = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];

await main(async () => {
  const { code, output } = await run('npm', ASKED, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (code !== 0) throw new Obstacle('npm could not write the list: npm 10 or later is needed.');
  const list = JSON.parse(output);
  const file = path.resolve(process.argv[2] ?? at('dist/sbom.cdx.json'));
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(ofWhatIsShipped(list), null, 2)}\n`);
  tell(`${file} is written.`);
});

/** The list without what only builds and tests; named for the program, not for the folder it lies in. */
function ofWhatIsShipped({ metadata, components, dependencies, ...list }) {
  const root = metadata.component['bom-ref'];
  const wanted = new Set([root, ...shipped().map(({ name, version }) => `${name}@${version}`)]);
  const kept = components.filter((one) => wanted.has(one['bom-ref'])).map(asShipped);
  const known = new Set([root, ...kept.map((one) => one['bom-ref'])]);
  return {
    ...list,
    metadata: { ...metadata, component: { ...metadata.component, name: 'gongkai', type: 'application' } },
    components: kept,
    dependencies: dependencies
      .filter(({ ref }) => known.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => known.has(one)) })),
  };
}

/** What is in the list is part of the program, whatever npm needs it for. */
function asShipped({ properties = [], ...component }) {
  return { ...component, properties: properties.filter(({ name }) => name !== 'cdx:npm:package:development') };
}
