/** Houses in the processes that Jest's own process keeps for them: `keeper.ts` starts those. */
import type { Lodging } from './host.ts'
import { askKeeper } from './ask-keeper.ts'
import type { Server, ServerStart } from './server-process.ts'

/** Opens a house in a process where others live as well; two of one world are in two processes. */
export async function lodge(start: ServerStart, at: number): Promise<Server> {
  const hosts = await askKeeper('hosts')
  const host = hosts[at % hosts.length]!
  const { id, port } = await ask<Lodging>(`${host}/open`, start)
  return {
    url: `http://localhost:${port}`,
    setClock: (moment) => ask(`${host}/setClock`, { id, now: moment?.toISOString() ?? null }),
    stop: () => ask(`${host}/stop`, { id }),
  }
}

let turn = Math.floor(Math.random() * 100)

/** Has something done in one of these processes, each in turn. */
export async function askHost<T>(act: string, asked: object): Promise<T> {
  const hosts = await askKeeper('hosts')
  return ask<T>(`${hosts[(turn += 1) % hosts.length]}/${act}`, asked)
}

async function ask<T>(url: string, body: object): Promise<T> {
  const reply = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  const answer = await reply.text()
  if (!reply.ok) throw new Error(answer)
  return JSON.parse(answer) as T
}
