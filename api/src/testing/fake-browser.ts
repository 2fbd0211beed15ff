/** A browser for tests, as far as cookies and origins go. */
import type { Session } from '@sonaqor/contract/auth'
import { staffOrigin, type World } from './world.ts'

/** The origin that a world must be started with (`PUBLIC_URL`), so that the browser is on our page. */
export const ownOrigin = 'http://sonaqor.test'

export class FakeBrowser {
  readonly cookies = new Map<string, string>()
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  /** A second one with the same cookies, as a tab that woke up beside the first has them. */
  tab(): FakeBrowser {
    const tab = new FakeBrowser(this.#world)
    for (const [name, value] of this.cookies) tab.cookies.set(name, value)
    return tab
  }

  async post(path: string, json?: unknown, server = 0): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#world.ask(path, {
      method: 'POST',
      server,
      ...(json === undefined ? {} : { json }),
      headers: {
        origin: path.startsWith('/v1/staff/') ? staffOrigin : ownOrigin,
        'sec-fetch-site': 'same-origin',
        ...(cookie ? { cookie } : {}),
      },
    })
    for (const set of response.headers.getSetCookie()) this.#keep(set)
    return response
  }

  signIn(email: string, password: string): Promise<Response> {
    return this.post('/v1/auth/sign-in', { email, password })
  }

  /** The session that a refresh answers with, or nothing where it is refused. */
  async refresh(server = 0): Promise<Session | undefined> {
    const response = await this.post('/v1/auth/refresh', undefined, server)
    return response.ok ? ((await response.json()) as Session) : undefined
  }

  /** What a page is told that asks whether anybody is signed in. */
  async resume(): Promise<Session | null> {
    const response = await this.post('/v1/auth/resume')
    return ((await response.json()) as { session: Session | null }).session
  }

  #keep(set: string): void {
    const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
    if (value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
