/**
 * Builds what a partner installs: `node shell/embed/package/build.ts <module.json> …` makes
 * `.build/embed/package` of the sources here and of the views that those manifests publish, and
 * packs it as `.build/embed/sonaqor-embed-<version>-<hash>.tgz`. What it is called now stands in
 * `sonaqor-embed.json`, with all that the guide for partners lists and that is known here alone.
 */
import { join } from 'node:path'
import { pack } from '../../../.run/package/pack.ts'
import { buildDir } from '../../../.run/places.ts'
import { compileViews } from './compile.ts'
import { lentViewsOf, namedOf } from './published.ts'
import { toldOf } from './told.ts'

/** Makes the package in a folder, and says which file it is packed into beside it. */
export async function buildPackage(
  manifests: readonly string[],
  into: string = join(buildDir, 'embed'),
): Promise<string> {
  const folder = join(into, 'package')
  await compileViews(namedOf(lentViewsOf(manifests)), folder)
  return pack(folder, into, toldOf(manifests))
}

if (import.meta.main) await buildPackage(process.argv.slice(2))
