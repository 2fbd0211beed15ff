import type { Client } from '@sonaqor/contract/client'
import { setOutFor } from './going-to.ts'

interface Leaving {
  readonly email: string
  /** Where they go on when they come back. */
  readonly goingTo?: string | undefined
}

/** Leads the browser to the provider of the address's company; rejects where there is none. */
export async function goToCompany(
  api: Pick<Client, 'signOn'>,
  { email, goingTo }: Leaving,
  leave: (url: string) => void = (url) => location.assign(url),
): Promise<void> {
  await api.signOn.begin({ body: { email } })
  const { url } = await api.signOn.start()
  // Whatever a server says, a browser is led to a page and to nothing that runs.
  if (!/^https?:$/.test(new URL(url).protocol)) return
  setOutFor(goingTo)
  leave(url)
}
