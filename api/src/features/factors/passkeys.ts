/** Passkeys (WebAuthn Level 3): signed by a device that has verified its user, for our origin alone. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Assertion, Attestation } from '@sonaqor/contract/factors'
import type { Scope } from '../../core/scope/index.ts'
import * as store from './factors.store.ts'

const challengeSeconds = 300

/** Loaded when the first passkey is used: it is a seventh of all modules that a process would start with. */
const webauthn = () => import('@simplewebauthn/server')

/** The page that a passkey is made and used on; the browser holds both sides to it. */
export interface Site {
  readonly origin: string
  /** Whose passkeys they are, where that is another host: one that this page's stands below. */
  readonly host?: string
}

/**
 * What a question is asked for: to make a passkey in a session that has proved whose it is, to show a
 * factor in a session or for a sign-in that waits, or to sign in with nothing else. Its answer is good
 * for that alone, in that session alone.
 */
type Use = { readonly newIn: NewIn } | store.Whose | 'sign-in'

/** In which session one is made, and whether it is the first factor: what was begun for that adds no other. */
interface NewIn {
  readonly sessionId: string
  readonly isFirst: boolean
}

const rpIdOf = ({ origin, host = new URL(origin).hostname }: Site) => host

interface MakerOfPasskey extends NewIn {
  readonly id: string
  readonly email: string
  readonly name: string
}

/** What the browser makes a passkey from; one that the person has already is not made twice. */
export async function askForNewPasskey(
  scope: Scope,
  site: Site,
  person: MakerOfPasskey,
  known: readonly string[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: 'Sonaqor',
    rpID: rpIdOf(site),
    userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
  await keepChallenge(scope, { newIn: person }, options.challenge)
  return options
}

/** The passkey that was made, or nothing where it was not made for our page and a question of this session. */
export async function readNewPasskey(
  scope: Scope,
  site: Site,
  newIn: NewIn,
  given: Attestation,
): Promise<Omit<store.NewPasskey, 'name'> | null> {
  const { verifyRegistrationResponse } = await webauthn()
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: given as RegistrationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(scope, { newIn }, challenge),
      expectedOrigin: site.origin,
      expectedRPID: rpIdOf(site),
      requireUserVerification: true,
    })
    if (!verified) return null
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return { id, publicKey: Buffer.from(publicKey), counter, transports }
  } catch (error) {
    scope.log.debug({ err: error }, 'a passkey was not taken')
    return null
  }
}

/** What the browser signs: with one of these passkeys, or with whichever it has for our page. */
export async function askForPasskey(
  scope: Scope,
  site: Site,
  use: store.Whose | 'sign-in',
  known: readonly string[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(site),
    userVerification: 'required',
    ...(known.length > 0 ? { allowCredentials: known.map((id) => ({ id })) } : {}),
  })
  await keepChallenge(scope, use, options.challenge)
  return options
}

/** Whose passkey signed our question for this use, with a counter that has grown; nothing otherwise. */
export async function readPasskey(
  scope: Scope,
  site: Site,
  use: store.Whose | 'sign-in',
  given: Assertion,
): Promise<store.PasskeyRow | null> {
  const passkey = await store.findPasskey(scope, given.id)
  if (!passkey) return null
  const { verifyAuthenticationResponse } = await webauthn()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: given as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(scope, use, challenge),
      expectedOrigin: site.origin,
      expectedRPID: rpIdOf(site),
      requireUserVerification: true,
      credential: {
        id: given.id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: Number(passkey.counter),
      },
    })
    const isNew =
      verified &&
      (await scope.keep((_, kept) =>
        store.spendPasskey(kept, given.id, authenticationInfo.newCounter),
      ))
    return isNew ? passkey : null
  } catch (error) {
    scope.log.debug({ err: error }, 'a passkey was not accepted')
    return null
  }
}

const hashChallenge = (scope: Scope, use: Use, challenge: string) =>
  scope.secrets.hmac(`passkey-challenge:${wordOf(use)}:${challenge}`)

function wordOf(use: Use): string {
  if (use === 'sign-in') return use
  if ('newIn' in use) return `${use.newIn.isFirst ? 'first' : 'further'} ${use.newIn.sessionId}`
  return 'session' in use ? `step-up ${use.session}` : `ticket ${use.ticket.toString('hex')}`
}

function keepChallenge(scope: Scope, use: Use, challenge: string): Promise<void> {
  const expiresAt = new Date(scope.now().getTime() + challengeSeconds * 1000)
  return store.putChallenge(scope, hashChallenge(scope, use, challenge), expiresAt)
}

/** Each question is answered once: it is gone from the moment at which it is looked up, for good. */
const takeChallenge = (scope: Scope, use: Use, challenge: string) =>
  scope.keep((_, kept) => store.takeChallenge(kept, hashChallenge(scope, use, challenge)))
