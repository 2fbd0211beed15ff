import { Surface } from '@sonaqor/ui'
import { LanguageChoice } from '../language/language-choice.tsx'
import { useLanguage } from '../language/use-language.ts'
import { SignIn, type SignInProps } from './sign-in.tsx'

/** What stands in the whole window while nobody is signed in. */
export function SignInPage(props: SignInProps) {
  const language = useLanguage()
  return (
    <Surface locale={language.shown}>
      <div className="sq-door">
        <main>
          <SignIn {...props} />
        </main>
        <footer className="sq-door-foot">
          <LanguageChoice language={language} />
        </footer>
      </div>
    </Surface>
  )
}
