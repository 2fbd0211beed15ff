/**
 * Builds what a partner installs: `node api/client/build.ts` makes `.build/client/package` of the
 * sources here and of the contract, and packs it as `.build/client/sonaqor-client-<version>-<hash>.tgz`.
 * What it is called now stands in `sonaqor-client.json`.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contract } from '@sonaqor/contract'
import { compile, copySources } from '../../.run/package/compile.ts'
import { pack } from '../../.run/package/pack.ts'
import { buildDir } from '../../.run/places.ts'
import { operationsSource } from './operations-source.ts'
import { entries, manifest, program } from './package-json.ts'
import { apiVersion } from './src/built.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Makes the package in a folder, and says which file it is packed into beside it. */
export async function buildPackage(into: string = join(buildDir, 'client')): Promise<string> {
  const folder = join(into, 'package')
  const { version } = JSON.parse(readFileSync(here('./package.json'), 'utf8')) as {
    version: string
  }
  await compile(folder, {
    gather: (sources) => gather(version, sources),
    files: entries.map((entry) => `${entry}.ts`),
    programs: [`${program}.ts`],
    manifest: manifest(version),
    readme: here('./README.md'),
  })
  return pack(folder, into)
}

/** The sources, and in place of what they have not in the work tree: operations, version, and what the contract lends. */
function gather(version: string, sources: string) {
  copySources(here('./src'), sources)
  cpSync(here('../contract/src/address.ts'), join(sources, 'address.ts'))
  writeFileSync(join(sources, 'operations.ts'), operationsSource(contract))
  writeFileSync(join(sources, 'built.ts'), builtSource(version))
}

const builtSource = (version: string) =>
  `export const version = '${version}'\nexport const apiVersion = '${apiVersion}'\n`

if (import.meta.main) await buildPackage()
