import { useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import { environmentNames } from './environment-names.ts'
import type { FrameParts } from '../frame-parts.ts'
import { nameOf } from './project-acts.ts'
import { useNews } from '../use-news.ts'

type WhereNewsProps = Pick<FrameParts, 'preferences' | 'language'>

/** Says aloud which project, environment and language the page has turned to, however that came about. */
export function WhereNews({ preferences, language }: WhereNewsProps) {
  const say = useText()
  const { project, environment } = preferences
  const where = useNews(
    `${environment} ${project?.id ?? ''}`,
    say(texts.nowShown, {
      project: nameOf(project, say),
      environment: say(environmentNames[environment]),
    }),
  )
  const spoken = useNews(language.shown, say(texts.languageNow))
  return (
    <output className="sq-unseen">
      {where} {spoken}
    </output>
  )
}
