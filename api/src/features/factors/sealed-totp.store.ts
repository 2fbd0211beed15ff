/** What codes are counted from: kept sealed, and sealed anew when its data key is replaced. */
import type { Purpose, SealedStore } from '../../core/crypto/index.ts'

export const totpPurpose: Purpose = { name: 'factors.totp', of: 'house' }

export const sealedTotp: SealedStore = {
  purpose: totpPurpose,
  stale: async (scope, newest, bound) => {
    const rows = await scope.through<{ person_id: string; sealed: Buffer }>(
      'directory.stale_totp',
      newest,
      bound,
    )
    return rows.map(({ person_id: record, sealed }) => ({ record, field: 'totp', sealed }))
  },
  replace: async (scope, { record, sealed: old }, sealed) => {
    await scope.through('directory.reseal_totp', record, old, sealed)
  },
}
