/** A sample item: name, group, status, owner, days from now until it is due, priority. */
export type SampleItem = readonly [
  name: string,
  group: string,
  status: string,
  owner: string,
  due: number,
  priority: string,
]

/** The Marketing board, in Ada's workspace. */
export const marketingItems: readonly SampleItem[] = [
  ['Launch teaser video', 'this_week', 'Working on it', 'Ada Lindqvist', 2, 'High'],
  ['Autumn newsletter', 'this_week', 'Working on it', 'Mira Petrov', 3, 'Medium'],
  ['Landing page copy', 'this_week', 'Stuck', 'Ada Lindqvist', 1, 'High'],
  ['Press list update', 'this_week', 'Done', 'Jonas Weber', -1, 'Low'],
  ['Webinar invitation', 'this_week', 'Working on it', 'Mira Petrov', 4, 'Medium'],
  ['Pricing page A/B test', 'this_week', 'Not started', 'Jonas Weber', 5, 'High'],
  ['Customer story: Halden Foods', 'this_week', 'Working on it', 'Ada Lindqvist', 6, 'Medium'],
  ['Trade fair booth design', 'next_week', 'Not started', 'Jonas Weber', 9, 'High'],
  ['Partner co-marketing plan', 'next_week', 'Not started', 'Ada Lindqvist', 11, 'Medium'],
  ['Podcast guest outreach', 'next_week', 'Working on it', 'Mira Petrov', 10, 'Low'],
  ['SEO audit of the help centre', 'next_week', 'Not started', 'Jonas Weber', 12, 'Medium'],
  ['Social media calendar', 'next_week', 'Working on it', 'Mira Petrov', 8, 'Medium'],
  ['Brand photo shoot', 'next_week', 'Stuck', 'Ada Lindqvist', 13, 'Low'],
  ['Case study: Lumen Clinics', 'next_week', 'Not started', 'Mira Petrov', 14, 'Medium'],
  ['Launch event guest list', 'launch', 'Working on it', 'Ada Lindqvist', 18, 'High'],
  ['Launch day run sheet', 'launch', 'Not started', 'Jonas Weber', 20, 'High'],
  ['Product tour script', 'launch', 'Working on it', 'Mira Petrov', 16, 'High'],
  ['Analyst briefing', 'launch', 'Not started', 'Ada Lindqvist', 21, 'Medium'],
  ['Launch discount codes', 'launch', 'Not started', 'Jonas Weber', 19, 'Low'],
  ['Translation of the launch page', 'launch', 'Working on it', 'Mira Petrov', 17, 'Medium'],
  ['Retargeting campaign', 'launch', 'Not started', 'Jonas Weber', 24, 'Medium'],
  ['Survey: why customers switch', 'backlog', 'Not started', 'Mira Petrov', 40, 'Low'],
  ['Refresh of the logo kit', 'backlog', 'Not started', 'Ada Lindqvist', 45, 'Low'],
  ['Community meetup in Malmö', 'backlog', 'Not started', 'Jonas Weber', 50, 'Low'],
  ['Referral programme draft', 'backlog', 'Not started', 'Ada Lindqvist', 38, 'Medium'],
  ['Old blog clean-up', 'backlog', 'Not started', 'Mira Petrov', 60, 'Low'],
  ['Summer campaign report', 'done', 'Done', 'Ada Lindqvist', -9, 'Medium'],
  ['Email template redesign', 'done', 'Done', 'Mira Petrov', -14, 'Medium'],
  ['Sales one-pager', 'done', 'Done', 'Jonas Weber', -6, 'High'],
  ['Influencer short list', 'done', 'Done', 'Mira Petrov', -20, 'Low'],
  ['Media training', 'done', 'Done', 'Ada Lindqvist', -3, 'Medium'],
]

/** The Company goals board, in Ada's workspace. */
export const goalItems: readonly SampleItem[] = [
  ['Win 40 new mid-size customers', 'objectives', 'Working on it', 'Ada Lindqvist', 60, 'High'],
  ['Answer support within two hours', 'objectives', 'Working on it', 'Jonas Weber', 45, 'High'],
  ['Open the Copenhagen office', 'objectives', 'Not started', 'Ada Lindqvist', 90, 'Medium'],
]

/** The Studio requests board, in Ben's workspace. */
export const studioItems: readonly SampleItem[] = [
  ['Icons for the mobile app', 'requested', 'Working on it', 'Ben Okafor', 4, 'High'],
  ['Slide deck template', 'requested', 'Not started', 'Ben Okafor', 7, 'Medium'],
  ['Packaging sketch', 'requested', 'Stuck', 'Yuki Sato', 3, 'High'],
  ['Office signage', 'requested', 'Not started', 'Yuki Sato', 15, 'Low'],
  ['Illustrations for the annual report', 'in_progress', 'Working on it', 'Ben Okafor', 12, 'Medium'],
  ['Colour contrast review', 'in_progress', 'Working on it', 'Yuki Sato', 5, 'High'],
  ['Team portrait retouching', 'delivered', 'Done', 'Ben Okafor', -2, 'Low'],
]
