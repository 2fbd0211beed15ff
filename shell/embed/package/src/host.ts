import { loadSonaqor, type LoadOptions } from './loader.ts'
import type { EmbedHandle, EmbedOptions } from './sdk.ts'

export type * from './element.ts'
export type * from './published.ts'
export type * from './sdk.ts'

/**
 * Loads Sonaqor and begins a session, for pages that show views by `mount(element, { view })`
 * and have no use for custom elements. Rejects as `loadSonaqor` does.
 */
export async function openHost(
  url: string | URL,
  { nonce, ...options }: EmbedOptions & LoadOptions,
): Promise<EmbedHandle> {
  const sonaqor = await loadSonaqor(url, { nonce })
  return sonaqor.start(options)
}
