import type { Factors } from '@sonaqor/contract/factors'

/** Whether somebody has a second factor already, as far as it is known. */
export const hasFactor = (factors: Factors | undefined): boolean =>
  Boolean(factors?.totp) || (factors?.passkeys.length ?? 0) > 0
