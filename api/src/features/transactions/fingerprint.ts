import { hash } from 'node:crypto'
import type { NewTransaction } from '@sonaqor/contract/transactions'
import { canonicalJson } from '../../core/crypto/index.ts'
import { utc } from '../customers/index.ts'

/**
 * SHA-256 over what a transaction says, however it was written down: `12.50` is `12.5`, an instant
 * is the same in every offset, and the order of fields means nothing.
 */
export function fingerprintOf(row: NewTransaction): Buffer {
  const { amount, occurredAt, lines, account, ...rest } = row
  const said = {
    ...rest,
    amount: plain(amount),
    occurredAt: utc(occurredAt),
    lines: lines?.map(plainLine),
    account: account && {
      id: account.id,
      balanceBefore: account.balanceBefore && plain(account.balanceBefore),
      balanceAfter: account.balanceAfter && plain(account.balanceAfter),
    },
  }
  return hash('sha256', canonicalJson(said), 'buffer')
}

type Line = NonNullable<NewTransaction['lines']>[number]

function plainLine(line: Line): Line {
  return { ...line, quantity: plain(line.quantity), unitPrice: plain(line.unitPrice) }
}

/** A decimal without the zeros that change nothing; there is no negative nothing. */
function plain(decimal: string): string {
  const short = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
  return short === '-0' ? '0' : short
}
