/** What the build has left in a folder, kept in memory, each file packed when it is first asked for. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packFile, type WebFile } from '../../core/web-files/index.ts'

export interface BuiltFiles {
  /** A file by its bare name; nothing for names that lead elsewhere or to nothing. */
  find(name: string): Promise<WebFile | undefined>
}

const bareName = /^\w[\w.-]*$/

/** What is missing is looked for again the next time, for a build may come after the start. */
export function builtFiles(folder: string): BuiltFiles {
  const known = new Map<string, Promise<WebFile | undefined>>()
  return {
    find: async (name) => {
      if (!bareName.test(name)) return undefined
      const file = known.get(name) ?? load(join(folder, name), name)
      known.set(name, file)
      const found = await file
      if (!found) known.delete(name)
      return found
    },
  }
}

async function load(at: string, name: string): Promise<WebFile | undefined> {
  const content = await readFile(at).catch(() => undefined)
  return content && packFile(name, content)
}
