/** What the build of the embed tells of itself: the guide lists nothing of it a second time. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Told = z.object({
  file: z.string().describe('What the package for partners is called at the moment'),
  views: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      kind: z.enum(['page', 'widget', 'secure']),
      scopes: z.array(z.string()),
      element: z.string().optional().describe('None where a view is only opened by another one'),
    }),
  ),
  tokens: z
    .record(z.string(), z.record(z.string(), z.tuple([z.string(), z.string()])))
    .describe('By group and name: what each may be, and what it is for'),
})
export type EmbedBuilt = z.output<typeof Told>

/** Before it is built, the package is called as it always is, and nothing else is known. */
const unbuilt: EmbedBuilt = { file: 'sonaqor-embed.tgz', views: [], tokens: {} }

/** Reads what was told last; the same object for as long as that is the same. */
export function embedBuiltIn(buildDir: string): () => Promise<EmbedBuilt> {
  const path = join(buildDir, 'embed/sonaqor-embed.json')
  let last: { readonly text: string; readonly built: EmbedBuilt } | undefined
  return async () => {
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) return unbuilt
    if (last?.text !== text) last = { text, built: Told.parse(JSON.parse(text)) }
    return last.built
  }
}
