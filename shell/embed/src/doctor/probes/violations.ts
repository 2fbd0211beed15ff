import type { Violation } from '../checks/network.ts'

export interface SeenViolation extends Violation {
  /** The policy that refused it, as the page was served with it. */
  readonly policy: string
}

export interface Violations {
  seen(): readonly SeenViolation[]
  forget(): void
  stop(): void
}

/** Listens for what the browser refuses by a policy of the page, as far as it is ours. */
export function watchViolations(origin: string): Violations {
  let seen: SeenViolation[] = []
  const hosts = [origin, origin.replace(/^http/, 'ws')]

  function hear({
    blockedURI,
    effectiveDirective,
    originalPolicy,
    disposition,
  }: SecurityPolicyViolationEvent) {
    const isOurs = hosts.some((host) => blockedURI.startsWith(host))
    if (!isOurs || disposition !== 'enforce') return
    const blocked = blockedURI.replace(/[?#].*$/, '')
    const isKnown = seen.some(
      (one) => one.blocked === blocked && one.directive === effectiveDirective,
    )
    if (!isKnown) seen.push({ directive: effectiveDirective, blocked, policy: originalPolicy })
  }

  document.addEventListener('securitypolicyviolation', hear)
  return {
    seen: () => seen,
    forget() {
      seen = []
    },
    stop: () => document.removeEventListener('securitypolicyviolation', hear),
  }
}
