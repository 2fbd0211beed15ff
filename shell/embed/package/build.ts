/**
 * Builds what a partner installs: `node shell/embed/package/build.ts <module.json> …` makes
 * `.build/embed/package` of the sources here and of the views that those manifests publish, and
 * packs it as `.build/embed/sonaqor-embed-<version>-<hash>.tgz`. What it is called now stands in
 * `sonaqor-embed.json`, with all that the guide for partners lists and that is known here alone.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from './compile.ts'
import { pack } from './pack.ts'
import { lentViewsOf, namedOf } from './published.ts'
import { toldOf } from './told.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Makes the package in a folder, and says which file it is packed into beside it. */
export async function buildPackage(
  manifests: readonly string[],
  into: string = join(root, '.build/embed'),
): Promise<string> {
  const folder = join(into, 'package')
  await compile(namedOf(lentViewsOf(manifests)), folder)
  const packed = nameByContent(await pack(folder, into))
  writeFileSync(join(into, 'sonaqor-embed.json'), JSON.stringify(toldOf(manifests, packed)))
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
