import { hash } from 'node:crypto'
import type { AuditFault } from '@sonaqor/contract/audit'
import { canonicalJson } from '../crypto/index.ts'
import { toEntry, type EntryRow } from './entry.ts'

export interface AuditVerification {
  readonly intact: boolean
  /** How many entries hold, from the first that was looked at. */
  readonly entries: number
  readonly head: string
  readonly brokenAt: number | null
  readonly fault: AuditFault | null
  /** How many anchors fit. */
  readonly checkpoints: number
  /** The sequence to go on with, if there is more. */
  readonly next: number | null
}

/** What is known of one entry from elsewhere than the chain: which hash it has. */
export interface Anchor {
  readonly sequence: number
  readonly head: string
  readonly isGenuine: boolean
}

export interface WalkStart {
  readonly from: number
  /** The hash of the entry before the first. */
  readonly previous: string
  /** In the order of their sequences. */
  readonly anchors: readonly Anchor[]
}

export const noHash = '0'.repeat(64)

/** Goes along a chain entry by entry, holding no more than the last one, up to the first fault. */
export class Walk {
  readonly #from: number
  readonly #anchors: Anchor[]
  #next: number
  #head: string
  #fits = 0
  #broken: { readonly at: number; readonly fault: AuditFault } | null = null

  constructor({ from, previous, anchors }: WalkStart) {
    this.#from = from
    this.#next = from
    this.#head = previous
    this.#anchors = [...anchors]
  }

  /** False where the chain does not hold any more. */
  take(row: EntryRow): boolean {
    const fault = this.#faultOf(row)
    if (fault) return this.#fail(Math.min(row.sequence, this.#next), fault)
    this.#next = row.sequence + 1
    this.#head = row.hash
    while (this.#anchors[0] && this.#anchors[0].sequence <= row.sequence) {
      const { sequence, head, isGenuine } = this.#anchors.shift() as Anchor
      if (!isGenuine) return this.#fail(sequence, 'checkpoint-forged')
      if (sequence !== row.sequence || head !== row.hash) {
        return this.#fail(sequence, 'checkpoint-differs')
      }
      this.#fits += 1
    }
    return true
  }

  /** The part ended before the chain does: every entry up to `last` has to have been there. */
  stop(last: number): void {
    if (this.#next <= last) this.#fail(this.#next, 'missing')
  }

  /** The chain ended: neither its head nor any anchor may know of more. */
  end(head: { readonly sequence: number; readonly hash: string } | undefined): void {
    const last = this.#next - 1
    const [beyond] = this.#anchors
    const known = Math.max(head?.sequence ?? 0, beyond?.isGenuine ? beyond.sequence : 0)
    if (known > last) this.#fail(this.#next, 'missing')
    else if (beyond) this.#fail(beyond.sequence, 'checkpoint-forged')
    else if (head ? head.sequence < last || (last > 0 && head.hash !== this.#head) : last > 0) {
      this.#fail(this.#next, 'head-differs')
    }
  }

  verdict(next: number | null): AuditVerification {
    return {
      intact: this.#broken === null,
      entries: this.#next - this.#from,
      head: this.#head,
      brokenAt: this.#broken?.at ?? null,
      fault: this.#broken?.fault ?? null,
      checkpoints: this.#fits,
      next: this.#broken ? null : next,
    }
  }

  #faultOf(row: EntryRow): AuditFault | null {
    if (row.sequence > this.#next) return 'missing'
    if (row.sequence < this.#next || row.previous_hash !== this.#head) return 'unlinked'
    return row.hash === hashOf(row) ? null : 'changed'
  }

  #fail(at: number, fault: AuditFault): false {
    this.#broken ??= { at, fault }
    return false
  }
}

/** The same text that the database puts together out of the pieces, over all fields but the hash. */
function hashOf(row: EntryRow): string {
  const { hash: _, ...content } = toEntry(row)
  return hash('sha256', canonicalJson(content))
}
