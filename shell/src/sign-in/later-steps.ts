/** A part of its own, fetched when somebody needs a second step or uses a passkey. */
export { askForPasskey } from '../identity/passkeys.ts'
export { SecondStep } from './second-step.tsx'
