import { Problem } from '../../../core/problems/index.ts'

export function noEndpoint(): never {
  throw new Problem('not-found', { detail: 'There is no webhook endpoint with this id.' })
}
