/** What a session asks of a person while they sit at it: fetched once the browser is idle. */
export { StepUp } from '../step-up/step-up.tsx'
export { EndingSoon } from './ending-soon.tsx'
export { SignInAgain } from './sign-in-again.tsx'
