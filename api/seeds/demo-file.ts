/** `.data/demo.json`: how people, scripts and the portal get into the demo. Its owner alone reads it. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { environments, roles } from '@sonaqor/contract/access'

const DemoFile = z.object({
  url: z.string(),
  /** Missing in a file that was written before staff had an origin of their own. */
  staffUrl: z.string().default(''),
  partnerPortalUrl: z.string(),
  tenants: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      members: z.array(
        z.object({
          role: z.enum(roles),
          email: z.string(),
          password: z.string(),
          /** What the codes of their authenticator app are counted from, in base32. */
          totpSecret: z.string().nullable(),
        }),
      ),
      apps: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          environment: z.enum(environments),
          apiKey: z.string(),
        }),
      ),
    }),
  ),
  portal: z.object({
    appId: z.uuid(),
    apiKey: z.string(),
    /** Missing in a file that was written before the portal was told anything, null where that cannot be had. */
    webhooks: z.object({ endpointId: z.uuid(), secret: z.string() }).nullish(),
  }),
})
export type DemoFile = z.infer<typeof DemoFile>

/** What is there, or nothing where it is missing or of another shape. */
export async function readDemoFile(path: string): Promise<DemoFile | undefined> {
  try {
    return DemoFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** Never seen half-written. */
export async function writeDemoFile(path: string, demo: DemoFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const half = `${path}.${process.pid}`
  await writeFile(half, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  await rename(half, path)
}
