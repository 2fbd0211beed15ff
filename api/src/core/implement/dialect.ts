/** In which version of the API a call is spoken, and what its answer tells of that. */
import { versionHeader } from '@sonaqor/contract/api-versions'
import type { Deprecated } from '@sonaqor/contract/endpoint'
import type { Principal } from '../access/index.ts'
import { Problem } from '../problems/index.ts'
import {
  deprecationHeaders,
  sooner,
  type ApiHistory,
  type SpokenBefore,
} from '../versions/index.ts'
import type { Answer } from './answer/answer.ts'
import type { Route } from './implement.ts'

export interface Dialect {
  readonly operation: string
  readonly version: string
  /** Which newer changes concern the operation. */
  readonly changes: readonly string[]
  /** The operation or the version, whichever is over sooner. */
  readonly deprecated: Deprecated | undefined
  /** How it is spoken, where that is not as today. */
  readonly spoken: SpokenBefore | undefined
}

/**
 * The version that the call names, as pages do and our own clients, or else that of the app whose key it is.
 * Who has no app and names none is of today.
 */
export function dialectOf(
  history: ApiHistory,
  { name: operation, endpoint }: Route,
  principal: Principal,
  named: string | null,
): Dialect {
  const version = named === null ? ofPrincipal(history, principal) : history.named(named)
  if (!version) throw unknownVersion(history, named ?? '')
  return {
    operation,
    version: version.date,
    changes: history.changesOf(version, operation).map(({ id }) => id),
    deprecated: sooner(endpoint.options.deprecated, version.deprecated),
    spoken: history.spoken(version, operation),
  }
}

const ofPrincipal = (history: ApiHistory, principal: Principal) =>
  history.pinned(principal.kind === 'key' ? principal.apiVersion : undefined)

function unknownVersion({ versions }: ApiHistory, named: string): Problem {
  const known = versions.map(({ date }) => date)
  return new Problem('bad-request', {
    detail: `The API has no version ${JSON.stringify(named)}. ${versionHeader} can be: ${known.join(', ')}.`,
    versions: known,
  })
}

/** Says with the answer in which version it is, and that something of it will be over. */
export function telling(answer: Answer, dialect: Dialect | undefined): Answer {
  if (!dialect) return answer
  const { link } = answer.headers
  const notice: Record<string, string> = dialect.deprecated
    ? deprecationHeaders(dialect.deprecated)
    : {}
  const links = [link, notice['link']].filter((one) => one !== undefined).join(', ')
  return {
    ...answer,
    headers: {
      ...answer.headers,
      ...notice,
      ...(links === '' ? {} : { link: links }),
      [versionHeader]: dialect.version,
    },
  }
}
