# Built once, run as web, worker or migration: the command decides.
FROM node:24-slim AS build
WORKDIR /app
COPY . .
RUN npm run build

FROM node:24-slim
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /data && chown node:node /data
USER node
EXPOSE 3000
CMD ["node", "api/dist/main.js"]
