import { Icon, Surface } from '@sonaqor/ui'
import { LanguageChoice } from '../language/language-choice.tsx'
import type { Language } from '../language/use-language.ts'
import { SignIn, type SignInProps } from './sign-in.tsx'

interface SignInPageProps extends SignInProps {
  readonly language: Language
}

/** What stands in the whole window while nobody is signed in. */
export function SignInPage({ language, ...props }: SignInPageProps) {
  return (
    <Surface locale={language.shown}>
      <div className="sq-door">
        <main>
          <SignIn {...props} />
        </main>
        <footer className="sq-door-foot">
          <Icon name="globe" />
          <LanguageChoice language={language} />
        </footer>
      </div>
    </Surface>
  )
}
