import type { Client } from '@sonaqor/contract/client'

/** Leads the browser to the provider of the address's company; rejects where there is none. */
export async function goToCompany(
  api: Pick<Client, 'signOn'>,
  email: string,
  leave: (url: string) => void = (url) => location.assign(url),
): Promise<void> {
  await api.signOn.begin({ body: { email } })
  const { url } = await api.signOn.start()
  // Whatever a server says, a browser is led to a page and to nothing that runs.
  if (/^https?:$/.test(new URL(url).protocol)) leave(url)
}
