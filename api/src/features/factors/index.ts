/** Second factors: codes that count the time, passkeys, and recovery codes. Endpoints stand above. */
import { feature } from '../../core/feature/index.ts'
import { factorsJobs } from './factors.jobs.ts'
import { sealedTotp } from './sealed-totp.store.ts'

export * from './factors.service.ts'
export { sealedTotp }
export {
  deviceTrustedAt,
  distrustDevices,
  factorLock,
  factorsOf,
  putPasskey,
  removePasskey,
  removeTotp,
  renamePasskey,
  type PasskeyRow,
} from './factors.store.ts'
export { resetFactorsOf, type FactorsReset } from './reset.store.ts'
export {
  askForNewPasskey,
  askForPasskey,
  readNewPasskey,
  readPasskey,
  type Site,
} from './passkeys.ts'
export { codeAt, newTotpSecret } from './totp.ts'

export const factors = feature({ name: 'factors', jobs: factorsJobs, sealed: [sealedTotp] })
