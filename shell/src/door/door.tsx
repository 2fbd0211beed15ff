import { Icon, Surface, useText } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import { useEffect, useRef, type ReactNode } from 'react'
import { Mark } from '../frame/mark.tsx'
import { LanguageChoice } from '../language/language-choice.tsx'
import type { Language } from '../language/use-language.ts'
import '../sign-in/dressed.ts'

interface DoorProps {
  readonly language: Language
  readonly title: Text
  readonly children: ReactNode
}

/** A card in the middle of the window: what is to be done before the dashboard opens. */
export function Door({ language, title, children }: DoorProps) {
  return (
    <Surface locale={language.shown}>
      <div className="sq-door">
        <main>
          <div className="sq-sign-in">
            <div className="sq-sign-in-card">
              <Head title={title} />
              {children}
            </div>
          </div>
        </main>
        <footer className="sq-door-foot">
          <Icon name="globe" />
          <LanguageChoice language={language} />
        </footer>
      </div>
    </Surface>
  )
}

function Head({ title }: Pick<DoorProps, 'title'>) {
  const say = useText()
  const words = say(title)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${words} · Sonaqor`
  }, [words])
  // What asks for the focus itself has it by now.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <header className="sq-sign-in-head">
      <Mark />
      <h1 ref={heading} className="sq-sign-in-title" tabIndex={-1}>
        {words}
      </h1>
    </header>
  )
}
