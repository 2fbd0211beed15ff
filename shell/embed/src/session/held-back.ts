const origins = new Set<string>()

addEventListener('securitypolicyviolation', ({ blockedURI, disposition, effectiveDirective }) => {
  if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') return
  origins.add(blockedURI.split('/', 3).join('/'))
})

/** Whether it is the policy of the page that lets no request through to an origin. */
export async function isHeldBack(origin: string): Promise<boolean> {
  // The browser says so only after it has refused the request.
  await new Promise((said) => setTimeout(said))
  return origins.has(origin)
}
