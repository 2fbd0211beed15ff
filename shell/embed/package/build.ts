/**
 * Builds what a partner installs: `node shell/embed/package/build.ts <module.json> …` makes
 * `.build/embed/package` of the sources here and of the views that those manifests publish, and
 * packs it as `.build/embed/sonaqor-embed-<version>-<hash>.tgz`, which `sonaqor-embed.json` names.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from './compile.ts'
import { pack } from './pack.ts'
import { viewsOf } from './published.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Makes the package in a folder, and says which file it is packed into beside it. */
export async function buildPackage(
  manifests: readonly string[],
  into: string = join(root, '.build/embed'),
): Promise<string> {
  const folder = join(into, 'package')
  await compile(viewsOf(manifests), folder)
  const packed = nameByContent(await pack(folder, into))
  writeFileSync(join(into, 'sonaqor-embed.json'), JSON.stringify({ file: basename(packed) }))
  // For whoever only wants the one of today.
  copyFileSync(packed, join(into, 'sonaqor-embed.tgz'))
  return packed
}

/** A lock file keeps the address with a hash of the content: another content has another address. */
function nameByContent(packed: string): string {
  const hash = createHash('sha256').update(readFileSync(packed)).digest('hex').slice(0, 12)
  const named = packed.replace(/\.tgz$/, `-${hash}.tgz`)
  renameSync(packed, named)
  return named
}

if (import.meta.main) await buildPackage(process.argv.slice(2))
