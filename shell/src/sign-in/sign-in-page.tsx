import { Surface } from '@sonaqor/ui'
import { SignIn, type SignInProps } from './sign-in.tsx'

/** What stands in the whole window while nobody is signed in. */
export function SignInPage(props: SignInProps) {
  return (
    <Surface locale={navigator.language}>
      <main>
        <SignIn {...props} />
      </main>
    </Surface>
  )
}
