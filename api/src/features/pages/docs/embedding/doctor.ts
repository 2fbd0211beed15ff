import { html } from '../../html.ts'
import { code } from '../layout.ts'
import { codeTable, p, pathOf, type GuidePage } from './page.ts'

export const doctor: GuidePage = () => ({
  path: pathOf('doctor'),
  title: 'Doctor',
  lead: 'Says what hinders an embed in your page, and what to change.',
  content: html`${code('Sonaqor.doctor()', 'In the console of your page')}
    ${p('It opens above your page, by `#sonaqor-doctor` at the end of its address as well, works before `Sonaqor.start` was called and where elements have failed, and shows nothing that your page could not see.')}
    ${codeTable(
      ['It looks at', 'And tells'],
      [
        [
          'Origin',
          'Whether this page is among the registered origins of the app, and of the session.',
        ],
        [
          'Policy',
          'Which directive of your content security policy holds us back, and how it has to read.',
        ],
        ['Clock', 'How far the clock of this machine is off. An embed works all the same.'],
        ['Session', 'Whether `fetchSession` brings a secret, and until when the session lasts.'],
        ['Scopes', 'Which view lacks which scope, and whether the session lists it.'],
        ['Release', 'Which release of each module stands here, and whether it came.'],
        [
          'Network',
          'Whether calls, live updates and our secure frame get through, and what stands between.',
        ],
      ],
    )}
    <p>
      The same stands in the dashboard under <a href="/embeds">Embeds</a>, where you paste an
      address or a policy before you ship it.
    </p>`,
})
