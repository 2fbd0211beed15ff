/** What stands in a card before the dashboard is dressed alike, whichever part brings it. */
import { adopt } from '@sonaqor/ui'
import sheet from './sign-in.css'

adopt(sheet)
