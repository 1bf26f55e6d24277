/** Who may import whom: docs of the floors are in ARCHITECTURE terms, this is the rule itself. A room sees only the floors below it. */
const FLOORS = [
  ['platform'],
  ['audit'],
  ['identity', 'organisation'],
  ['consultations', 'delivery'],
  ['publishing'],
  ['comments'],
  ['collecting', 'moderation', 'tagging'],
  ['inbox', 'analysis', 'results'],
  ['exports', 'privacy'],
  ['public-site'],
  ['openapi'],
];
/** The only places that list all features. */
const ROOF = '^api/src/([a-z-]+\\.ts$|demo/)';
const DOOR = '\\.(module|service|events|entity|rules)\\.ts$';

const rules = FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const forbidden = [...FLOORS.slice(floor + 1).flat(), ...rooms.filter((other) => other !== room)];
    return {
      name: `${room}-looks-only-down`,
      severity: 'error',
      from: { path: `^api/src/${room}/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `^api/src/(${forbidden.join('|') || 'nothing'})/` },
    };
  }),
);
const doors = FLOORS.flat()
  .filter((room) => room !== 'platform')
  .map((room) => ({
    name: `${room}-is-entered-by-its-doors`,
    comment: 'Another feature is entered through its module, service, events, and the types of its entities and rules.',
    severity: 'error',
    from: { path: '^api/src/', pathNot: [`^api/src/${room}/`, ROOF, '\\.spec\\.ts$'] },
    to: { path: `^api/src/${room}/`, pathNot: DOOR },
  }));

module.exports = {
  forbidden: [
    ...rules,
    ...doors,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^api/src/platform/' },
      to: { path: '^api/src/(?!platform/)' },
    },
    { name: 'web-never-reaches-api', severity: 'error', from: { path: '^web/' }, to: { path: '^api/' } },
    { name: 'shared-stands-alone', severity: 'error', from: { path: '^shared/src/' }, to: { path: '^(api|web|e2e)/' } },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: '(service|repository|controller|module|job)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: 'node_modules|/dist/|\\.svelte-kit' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
  },
};
