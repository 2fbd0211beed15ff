import type { Standing } from './world.ts'

/** What outlasts a file of tests. */
export interface Kept {
  /** The addresses of processes that houses live in. */
  readonly hosts: readonly string[]
  /** The world that is shared. */
  readonly world: Standing
}

export const keeperAddress = 'TEST_KEEPER_URL'

/** Whether there is one: benches have none. */
export const hasKeeper = (): boolean => process.env[keeperAddress] !== undefined

/** What Jest's own process keeps, by its name; the first to ask has it started. */
export async function askKeeper<Name extends keyof Kept>(name: Name): Promise<Kept[Name]> {
  const address = process.env[keeperAddress]
  if (!address) throw new Error('only Jest keeps houses and a shared world: see .jest.config.cjs')
  const reply = await fetch(`${address}/${name}`)
  const answer = await reply.text()
  if (!reply.ok) throw new Error(answer)
  return JSON.parse(answer) as Kept[Name]
}
