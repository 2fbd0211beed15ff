/** What partners install from us, and not from a registry: each package in the folder that its build has filled. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Middleware } from 'koa'
import { z } from 'zod'
import { reading, send } from './answers.ts'
import { builtFiles } from './built-files.ts'

/** The packages by their folder, which is their path here as well. */
const packages = ['embed', 'client'] as const

/** A lock file can hold the address that names the content: it has that one for ever. */
export const servePackages = (buildDir: string): readonly Middleware[] =>
  packages.flatMap((folder) => {
    const files = builtFiles(join(buildDir, folder))
    const name = `sonaqor-${folder}`
    return [
      reading(
        new RegExp(`^/${folder}/(?<file>${name}-[\\d.]+-[\\da-f]+\\.tgz)$`),
        async (ctx, { file = '' }) => send(ctx, await files.find(file), 'immutable'),
      ),
      reading(new RegExp(`^/${folder}/${name}\\.tgz$`), async (ctx) =>
        send(ctx, await files.find(`${name}.tgz`), 'revalidate'),
      ),
    ]
  })

const Told = z.object({ file: z.string() })

/** What the client is called at the moment; before it is built, as it always is. */
export async function clientFileIn(buildDir: string): Promise<string> {
  const told = await readFile(join(buildDir, 'client/sonaqor-client.json'), 'utf8').catch(
    () => null,
  )
  return told === null ? 'sonaqor-client.tgz' : Told.parse(JSON.parse(told)).file
}
