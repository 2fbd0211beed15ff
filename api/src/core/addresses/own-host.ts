/** Names by which a machine calls itself, which nobody outside of it can make lead here. */
const ofThisMachine = /^(127(\.\d{1,3}){3}|\[::1\]|([^.]+\.)*localhost)$/

/**
 * Whether we were asked for by our own name, or by one of this machine's. Any other name may be
 * somebody's who had it lead here, so that a page of theirs could read what it was answered.
 */
export function isOwnHost(host: string | null | undefined, publicUrl: string): boolean {
  const name = host?.toLowerCase().replace(/:\d*$/, '')
  if (!name) return false
  return name === new URL(publicUrl).hostname || ofThisMachine.test(name)
}
