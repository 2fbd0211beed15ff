import { Problem } from '../../core/problems/index.ts'

export function noKey(): never {
  throw new Problem('not-found', { detail: 'There is no key with this id.' })
}
