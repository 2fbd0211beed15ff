import { literal } from '../database/index.ts'
import type { Principal } from '../access/index.ts'
import type { AuditAct, Scope } from '../scope/index.ts'
import { canonicalJson, uuidv7 } from '../crypto/index.ts'
import { entryPieces, type EntryContent } from './entry.ts'

/** How the request is called of what is done in none, by a job say; the log has null for it. */
export const noRequestId = 'none'

/**
 * The statements that add acts to the tenant's chain. They stand last before the commit, because
 * each locks the head of the chain until then.
 */
export function auditStatements(scope: Scope, acts: readonly AuditAct[]): string[] {
  return acts.map((act) => {
    const values = valuesOf(contentOf(scope, act)).map(literal)
    return `select app.append_audit(${values.join(', ')})`
  })
}

/** What `app.append_audit` takes of an act that whoever holds the owner's login does by a command. */
export function entryOfCommand(command: string, act: AuditAct, at: Date): string[] {
  const nowhere = { ip: null, userAgent: null, requestId: null, environment: null }
  return valuesOf({
    ...nowhere,
    id: uuidv7(at),
    at: at.toISOString(),
    actor: { kind: 'system', id: command, name: 'Sonaqor' },
    action: act.action,
    target: act.target ?? null,
    before: act.before ?? null,
    after: act.after ?? null,
  })
}

const valuesOf = (content: EntryContent): string[] => [
  canonicalJson(content),
  ...entryPieces(content),
]

/**
 * An act stands in the environment and app that it was done in: those of what it was done to or,
 * where none is named, those that whoever did it was looking at. Over several it is the tenant's.
 */
function contentOf(scope: Scope, act: AuditAct): EntryContent {
  const { kind, id, name, appIds } = scope.principal
  if (kind === 'anonymous' || kind === 'module-team') {
    throw new Error('what is done outside of all tenants is in the chain of none')
  }
  const appId = act.appId ?? (appIds === 'all' ? null : only(appIds))
  return {
    id: scope.newId(),
    at: scope.now().toISOString(),
    actor: { kind, id, name, ...throughPage(scope.principal) },
    action: act.action,
    target: act.target ?? null,
    environment: act.environment ?? only(scope.environments),
    ...(appId ? { appId } : {}),
    ip: scope.request.ip || null,
    userAgent: scope.request.userAgent,
    requestId: scope.request.id === noRequestId ? null : scope.request.id,
    before: act.before ?? null,
    after: act.after ?? null,
  }
}

/** Of a partner's page we know no person: what the partner calls them, and by whose key they came. */
function throughPage(principal: Principal): Pick<EntryContent['actor'], 'embed'> {
  if (principal.kind !== 'embed') return {}
  const { user, keyId, keyLabel } = principal
  return { embed: { userRef: user?.ref ?? null, key: { id: keyId, label: keyLabel } } }
}

function only<Value>(values: readonly Value[]): Value | null {
  return values.length === 1 ? (values[0] ?? null) : null
}
