// The server listens on every interface; for a test that is too many. Loaded before it.
const net = require('node:net');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function loopback(...args) {
  if (typeof args[0] === 'number') {
    const rest = args.slice(1).filter((arg) => typeof arg === 'function');
    return listen.call(this, { port: args[0], host: '127.0.0.1' }, ...rest);
  }
  if (typeof args[0] === 'object' && args[0] !== null && args[0].path === undefined)
    return listen.call(this, { ...args[0], host: '127.0.0.1' }, ...args.slice(1));
  return listen.apply(this, args);
};
