/**
 * Who we are to a receiver that asks for a certificate. A connection that was made as somebody is kept for
 * them alone: it carries nothing of anybody else, and nothing once they show another certificate.
 */
import { Agent, type RequestOptions } from 'node:https'
import { createSecureContext, type SecureContext } from 'node:tls'

export interface ClientIdentity {
  /** Of this certificate as somebody has it, and of nothing else: connections are kept by it. */
  readonly name: string
  /** PEM, with those that lead to its CA. */
  readonly certificate: string
  /** PEM. */
  readonly privateKey: string
}

interface Shown {
  readonly secureContext: SecureContext
  readonly shownAs: string
}

/** A key is read once for as long as its owner is at hand. */
const contexts = new WeakMap<ClientIdentity, SecureContext>()

function contextOf(identity: ClientIdentity): SecureContext {
  const { certificate: cert, privateKey: key } = identity
  const context = contexts.get(identity) ?? createSecureContext({ cert, key })
  contexts.set(identity, context)
  return context
}

/** What a request says of it. */
export const shown = (identity: ClientIdentity | null | undefined): Shown | undefined =>
  identity ? { secureContext: contextOf(identity), shownAs: identity.name } : undefined

/** What is kept, connections and sessions of TLS alike, Node finds again by this name. */
export class IdentifiedAgent extends Agent {
  override getName(options?: RequestOptions & Partial<Shown>): string {
    return `${super.getName(options)}:${options?.shownAs ?? ''}`
  }
}
