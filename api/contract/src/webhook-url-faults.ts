/** Why an endpoint may not have an address, by a code that a screen words: for screens too, and so without zod. */
export const urlFaults = {
  'no-address': 'must be an address like "https://example.com/webhooks"',
  'with-password': 'must not hold a user or a password',
  'with-fragment': 'must not have a fragment: nothing behind # is ever sent',
  long: 'must have at most 2000 characters once it is encoded',
  'not-https': 'must begin with https://',
  inside: 'must be in the open network',
  'final-dot': 'must not end its host with a dot',
  'inner-host': 'must have a host of the open network',
  port: 'must have port 443, or one above 1023 that is not of another service',
  unresolved: 'must have a host whose name leads to an address by now',
  'leads-inside': 'must have a host that leads to addresses of the open network alone',
} as const
export type UrlFault = keyof typeof urlFaults
