/** What a page does where a call is refused for want of a proof: it gets one, and sends the same again. */
import type { ProblemDocument } from '@sonaqor/contract/problem'
import { createStaffClient, type StaffClient } from '@sonaqor/contract/staff-client'
import type { Ask, Holder } from './transport.ts'
import type { World } from './world.ts'

/** Makes the proof for what a refusal named. */
export type Prove = (operation: string) => Promise<string>

/** A raw request that is proved where it has to be. */
export async function askProving(
  world: World,
  path: string,
  asked: Ask & { readonly server?: number },
  prove: Prove,
): Promise<Response> {
  const answer = await world.ask(path, asked)
  const operation = await operationIn(answer)
  if (operation === undefined) return answer
  const headers = { ...(asked.headers as object), 'step-up-proof': await prove(operation) }
  return world.ask(path, { ...asked, headers })
}

/** What a refusal wants a proof for; nothing where it wants none of one operation. */
export async function operationIn(answer: Response): Promise<string | undefined> {
  if (answer.status !== 403) return undefined
  return ((await answer.clone().json()) as ProblemDocument).operation
}

/** The typed client of somebody who has a second factor at hand. */
export const provingClient = (world: World, as: Holder, prove: Prove, server = 0): StaffClient =>
  createStaffClient(async ({ method, path, headers, body }) => {
    const json = body === undefined ? {} : { json: body }
    const asked = { method, server, as, headers: { ...headers }, ...json }
    const answer = await askProving(world, path, asked, prove)
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
  })
