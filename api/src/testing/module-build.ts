/** A small build of a module, as the real build tool would leave it, and a team that may publish it. */
import { createHash } from 'node:crypto'
import type { ModuleManifest } from '@sonaqor/contract/manifest'
import { moduleToken } from './founding/found.ts'
import type { Holder } from './transport.ts'
import type { World } from './world.ts'

export interface ModuleBuild {
  readonly manifest: ModuleManifest
  readonly files: Record<string, string>
}

/** Files by their path, with the manifest that tells the truth about them. */
export function moduleBuild(
  name: string,
  version: string,
  content: Readonly<Record<string, string>> = {},
): ModuleBuild {
  const all = { 'mf-manifest.json': JSON.stringify({ name, version }), ...content }
  const bytes = Object.entries(all).map(([path, text]) => [path, Buffer.from(text)] as const)
  return {
    manifest: {
      name,
      version,
      title: `Module ${name}`,
      contract: '^0.1.0',
      entry: 'mf-manifest.json',
      views: [
        { name: `${name}.list`, kind: 'page', title: name, scopes: ['keys:read'] },
        { name: `${name}.issue`, kind: 'secure', title: name, scopes: ['keys:write'] },
      ],
      nav: [{ group: 'build', order: 1, title: name, view: `${name}.list`, path: '/x' }],
      files: bytes.map(([path, file]) => ({
        path,
        bytes: file.length,
        integrity: `sha384-${createHash('sha384').update(file).digest('base64')}`,
      })),
    },
    files: Object.fromEntries(bytes.map(([path, file]) => [path, file.toString('base64')])),
  }
}

/** A token of the team that publishes this module. */
export async function moduleTeam(world: World, module: string): Promise<Holder> {
  return { token: await moduleToken({ ownerUrl: world.ownerUrl, module }) }
}
