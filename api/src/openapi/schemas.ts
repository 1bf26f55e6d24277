// Made by tools/openapi-schemas.mjs from shared/src/contracts. Do not edit: change the contract and run it again.
/* eslint-disable */
export const SCHEMAS: Record<string, object> = {
 "AccountState": {
  "type": "string",
  "enum": [
   "connected",
   "needsReauth",
   "disconnected"
  ]
 },
 "AccountView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "email": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "roles": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/Role"
    }
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "state": {
    "type": "string",
    "enum": [
     "invited",
     "active",
     "disabled"
    ]
   },
   "lastSignInAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "id",
   "email",
   "name",
   "roles",
   "departmentId",
   "state",
   "lastSignInAt",
   "version"
  ],
  "additionalProperties": false
 },
 "AccountWithLink": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "email": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "roles": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/Role"
    }
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "state": {
    "type": "string",
    "enum": [
     "invited",
     "active",
     "disabled"
    ]
   },
   "lastSignInAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "version": {
    "type": "number"
   },
   "oneTimeUrl": {
    "type": "string"
   }
  },
  "required": [
   "departmentId",
   "email",
   "id",
   "lastSignInAt",
   "name",
   "oneTimeUrl",
   "roles",
   "state",
   "version"
  ],
  "additionalProperties": false,
  "description": "The one-time link is shown once, to the administrator who made it, and mailed to the person."
 },
 "AnswerDestination": {
  "type": "string",
  "enum": [
   "page",
   "link",
   "mail",
   "copy",
   "channel"
  ],
  "description": "`page`: below the comment; `link`: on the writer's private link; `copy`: a person puts it where it was asked; `channel`: it goes below the question by itself."
 },
 "AnswerInput": {
  "type": "object",
  "properties": {
   "text": {
    "type": "string"
   },
   "kind": {
    "$ref": "#/components/schemas/AnswerKind"
   },
   "promisedOn": {
    "type": "string",
    "description": "With `holding`: the local day on which the professional answer comes, `2026-12-04`; three open days from now when left out."
   },
   "contactChecked": {
    "type": "boolean",
    "description": "A person has seen that contact details stand in it, and that everybody may read them."
   },
   "version": {
    "type": "number",
    "description": "Refused when the conversation has moved on since."
   },
   "savedAnswerId": {
    "type": "string",
    "description": "The saved answer that it came from: counted when this one is sent."
   },
   "idempotencyKey": {
    "type": "string",
    "description": "The same key twice is the same answer."
   }
  },
  "required": [
   "text",
   "kind"
  ],
  "additionalProperties": false
 },
 "AnswerKind": {
  "type": "string",
  "enum": [
   "holding",
   "full"
  ],
  "description": "`holding`: \"we have read it and answer by …\"; `full`: the answer itself."
 },
 "AnswerManyInput": {
  "type": "object",
  "properties": {
   "text": {
    "type": "string"
   },
   "kind": {
    "$ref": "#/components/schemas/AnswerKind"
   },
   "promisedOn": {
    "type": "string",
    "description": "With `holding`: the local day on which the professional answer comes, `2026-12-04`; three open days from now when left out."
   },
   "contactChecked": {
    "type": "boolean",
    "description": "A person has seen that contact details stand in it, and that everybody may read them."
   },
   "savedAnswerId": {
    "type": "string",
    "description": "The saved answer that it came from: counted when this one is sent."
   },
   "idempotencyKey": {
    "type": "string",
    "description": "The same key twice is the same answer."
   },
   "conversationIds": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "versions": {
    "type": "array",
    "items": {
     "type": "number"
    },
    "description": "How each looked when it was chosen, in the same order."
   }
  },
  "required": [
   "conversationIds",
   "kind",
   "text"
  ],
  "additionalProperties": false,
  "description": "One text to many: each gets its own answer and its own receipt."
 },
 "AnswerManyResult": {
  "type": "object",
  "properties": {
   "results": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "conversationId": {
       "type": "string"
      },
      "number": {
       "type": "string"
      },
      "answerId": {
       "type": [
        "string",
        "null"
       ]
      },
      "waits": {
       "type": "boolean"
      },
      "refusal": {
       "type": [
        "string",
        "null"
       ]
      }
     },
     "required": [
      "conversationId",
      "number",
      "answerId",
      "waits",
      "refusal"
     ],
     "additionalProperties": false
    }
   }
  },
  "required": [
   "results"
  ],
  "additionalProperties": false,
  "description": "`waits`: for somebody else to read it."
 },
 "AnswerUseInput": {
  "type": "object",
  "properties": {
   "what": {
    "type": "string",
    "enum": [
     "read",
     "link"
    ]
   }
  },
  "required": [
   "what"
  ],
  "additionalProperties": false
 },
 "AnswerView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "round": {
    "type": "number",
    "description": "In which round: a conversation that is opened again begins the next one."
   },
   "kind": {
    "$ref": "#/components/schemas/AnswerKind"
   },
   "text": {
    "type": "string"
   },
   "signature": {
    "type": "string"
   },
   "authorName": {
    "type": "string"
   },
   "createdAt": {
    "type": "string"
   },
   "editedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "savedAnswerId": {
    "type": [
     "string",
     "null"
    ]
   },
   "readByName": {
    "type": [
     "string",
     "null"
    ],
    "description": "Who read it before it was sent; null: nobody had to."
   },
   "deliveries": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "destination": {
       "$ref": "#/components/schemas/AnswerDestination"
      },
      "state": {
       "type": "string",
       "enum": [
        "queued",
        "delivered"
       ]
      },
      "deliveredAt": {
       "type": [
        "string",
        "null"
       ]
      },
      "permalink": {
       "type": [
        "string",
        "null"
       ]
      }
     },
     "required": [
      "destination",
      "state",
      "deliveredAt",
      "permalink"
     ],
     "additionalProperties": false
    }
   },
   "onChannel": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/DeliveryView"
     },
     {
      "type": "null"
     }
    ],
    "description": "How its way to the network stands; null: it does not go there by itself."
   },
   "versions": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "text": {
       "type": "string"
      },
      "replacedAt": {
       "type": "string"
      }
     },
     "required": [
      "text",
      "replacedAt"
     ],
     "additionalProperties": false
    },
    "description": "What stood before it was edited, oldest first."
   }
  },
  "required": [
   "id",
   "round",
   "kind",
   "text",
   "signature",
   "authorName",
   "createdAt",
   "editedAt",
   "savedAnswerId",
   "readByName",
   "deliveries",
   "onChannel",
   "versions"
  ],
  "additionalProperties": false
 },
 "AnswererView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "seesAll": {
    "type": "boolean",
    "description": "Sees conversations of all departments."
   },
   "load": {
    "type": "number",
    "description": "Open conversations."
   },
   "awayUntil": {
    "type": [
     "string",
     "null"
    ],
    "description": "Last day of an absence that has begun, `2026-12-04`; null: the person is there."
   }
  },
  "required": [
   "id",
   "name",
   "departmentId",
   "seesAll",
   "load",
   "awayUntil"
  ],
  "additionalProperties": false,
  "description": "Who can be given a conversation."
 },
 "Area": {
  "type": "object",
  "properties": {
   "type": {
    "type": "string",
    "const": "MultiPolygon"
   },
   "coordinates": {
    "type": "array",
    "items": {
     "type": "array",
     "items": {
      "type": "array",
      "items": {
       "type": "array",
       "items": {
        "type": "number"
       }
      }
     }
    }
   }
  },
  "required": [
   "type",
   "coordinates"
  ],
  "additionalProperties": false,
  "description": "GeoJSON in WGS84: what is asked about."
 },
 "AskedBefore": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "number": {
    "type": "string"
   },
   "title": {
    "type": "string"
   },
   "publishedAt": {
    "type": "string"
   }
  },
  "required": [
   "id",
   "number",
   "title",
   "publishedAt"
  ],
  "additionalProperties": false,
  "description": "A consultation that asked about the same area within the last 12 months."
 },
 "AssignInput": {
  "type": "object",
  "properties": {
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "userId": {
    "type": [
     "string",
     "null"
    ]
   },
   "version": {
    "type": "number"
   }
  },
  "additionalProperties": false
 },
 "AuditEventView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "at": {
    "type": "string"
   },
   "actorName": {
    "type": [
     "string",
     "null"
    ]
   },
   "departmentName": {
    "type": [
     "string",
     "null"
    ]
   },
   "action": {
    "type": "string"
   },
   "subjectKind": {
    "type": "string"
   },
   "subjectId": {
    "type": [
     "string",
     "null"
    ]
   },
   "consultationId": {
    "type": [
     "string",
     "null"
    ]
   },
   "data": {
    "type": "object",
    "additionalProperties": {}
   }
  },
  "required": [
   "id",
   "at",
   "actorName",
   "departmentName",
   "action",
   "subjectKind",
   "subjectId",
   "consultationId",
   "data"
  ],
  "additionalProperties": false
 },
 "AuditPage": {
  "type": "object",
  "properties": {
   "items": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/AuditEventView"
    }
   },
   "nextCursor": {
    "type": [
     "string",
     "null"
    ]
   }
  },
  "required": [
   "items",
   "nextCursor"
  ],
  "additionalProperties": false
 },
 "CalendarStory": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "consultationId": {
    "type": "string"
   },
   "consultationTitle": {
    "type": "string"
   },
   "phase": {
    "$ref": "#/components/schemas/StoryPhase"
   },
   "headline": {
    "type": "string"
   },
   "plannedOn": {
    "type": "string"
   },
   "channels": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "channel": {
       "$ref": "#/components/schemas/PostChannel"
      },
      "posted": {
       "type": "boolean"
      },
      "delivery": {
       "anyOf": [
        {
         "$ref": "#/components/schemas/DeliveryState"
        },
        {
         "type": "null"
        }
       ]
      }
     },
     "required": [
      "channel",
      "posted",
      "delivery"
     ],
     "additionalProperties": false
    }
   }
  },
  "required": [
   "id",
   "consultationId",
   "consultationTitle",
   "phase",
   "headline",
   "plannedOn",
   "channels"
  ],
  "additionalProperties": false,
  "description": "Every story of the municipality in a span of days, for the calendar."
 },
 "ChallengeView": {
  "type": "object",
  "properties": {
   "challenge": {
    "type": "string"
   },
   "bits": {
    "type": "number",
    "description": "Leading zero bits of SHA-256(challenge + \":\" + nonce)."
   }
  },
  "required": [
   "challenge",
   "bits"
  ],
  "additionalProperties": false,
  "description": "Work that a browser does before it may send, asked for only when load or signals rise."
 },
 "ChangeAccountInput": {
  "type": "object",
  "properties": {
   "needsApproval": {
    "type": "boolean"
   },
   "readsEnquiries": {
    "type": "boolean"
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "version"
  ],
  "additionalProperties": false
 },
 "ChangePasswordInput": {
  "type": "object",
  "properties": {
   "currentPassword": {
    "type": "string"
   },
   "password": {
    "type": "string"
   }
  },
  "required": [
   "currentPassword",
   "password"
  ],
  "additionalProperties": false
 },
 "Channel": {
  "type": "string",
  "enum": [
   "web",
   "facebook",
   "instagram",
   "threads",
   "bluesky",
   "mastodon",
   "linkedin",
   "x",
   "mail",
   "letter",
   "phone",
   "meeting",
   "import"
  ]
 },
 "ChannelAccountView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "channel": {
    "$ref": "#/components/schemas/PostChannel"
   },
   "name": {
    "type": "string",
    "description": "`Nørreskov Kommune (@noerreskov.bsky.social)`"
   },
   "address": {
    "type": [
     "string",
     "null"
    ],
    "description": "The profile's address."
   },
   "server": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/AccountState"
   },
   "needsApproval": {
    "type": "boolean",
    "description": "Somebody else than the person who orders says yes first."
   },
   "readsEnquiries": {
    "type": [
     "boolean",
     "null"
    ],
    "description": "What people say to the profile outside consultations comes home as well; null: the network does not tell."
   },
   "checkedAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Last time it answered."
   },
   "fault": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/Fault"
     },
     {
      "type": "null"
     }
    ]
   },
   "expiresAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "When the way in runs out; null when it does not."
   },
   "waitUntil": {
    "type": [
     "string",
     "null"
    ],
    "description": "Until then the network wants to hear nothing."
   },
   "hints": {
    "anyOf": [
     {
      "type": "string",
      "const": "on"
     },
     {
      "$ref": "#/components/schemas/FaultCode"
     },
     {
      "type": "null"
     }
    ],
    "description": "Whether the network tells at once when somebody writes; null: it was not asked."
   },
   "open": {
    "type": "number",
    "description": "Deliveries on their way, and those that wait for a person."
   },
   "stuck": {
    "type": "number"
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "id",
   "channel",
   "name",
   "address",
   "server",
   "state",
   "needsApproval",
   "readsEnquiries",
   "checkedAt",
   "fault",
   "expiresAt",
   "waitUntil",
   "hints",
   "open",
   "stuck",
   "version"
  ],
  "additionalProperties": false,
  "description": "A profile of the municipality's on a network."
 },
 "ChannelOffer": {
  "type": "object",
  "properties": {
   "channel": {
    "$ref": "#/components/schemas/PostChannel"
   },
   "way": {
    "$ref": "#/components/schemas/ConnectWay"
   },
   "server": {
    "type": [
     "string",
     "null"
    ],
    "description": "Asked for when there are several servers; the usual one."
   },
   "ready": {
    "type": "boolean",
    "description": "False: the IT department has not registered the municipality's app with the network."
   }
  },
  "required": [
   "channel",
   "way",
   "server",
   "ready"
  ],
  "additionalProperties": false
 },
 "ClockLook": {
  "type": "string",
  "enum": [
   "calm",
   "half",
   "quarter",
   "tenth",
   "over",
   "paused",
   "answered",
   "none"
  ],
  "description": "How much of the time is left, as the marks on the bar say it (DESIGN: 50, 25, 10 %)."
 },
 "ClockPolicy": {
  "type": "string",
  "enum": [
   "elapsed",
   "openDays"
  ],
  "description": "`elapsed`: every hour counts. `openDays`: hours of closed days do not."
 },
 "CloseConsultationInput": {
  "type": "object",
  "properties": {
   "reason": {
    "type": "string",
    "description": "Why it closes before its time. Shown to the public."
   }
  },
  "additionalProperties": false
 },
 "CollectSourceView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "postId": {
    "type": "string"
   },
   "storyId": {
    "type": "string"
   },
   "channel": {
    "$ref": "#/components/schemas/PostChannel"
   },
   "accountName": {
    "type": "string"
   },
   "permalink": {
    "type": [
     "string",
     "null"
    ]
   },
   "postedAt": {
    "type": "string"
   },
   "readAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Last time it was read; null: not yet."
   },
   "nextAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Null: it is not read any more."
   },
   "fault": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/Fault"
     },
     {
      "type": "null"
     }
    ]
   },
   "numbers": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/PostNumbersView"
     },
     {
      "type": "null"
     }
    ]
   },
   "collected": {
    "type": "number",
    "description": "Comments below it that are in the register."
   }
  },
  "required": [
   "id",
   "postId",
   "storyId",
   "channel",
   "accountName",
   "permalink",
   "postedAt",
   "readAt",
   "nextAt",
   "fault",
   "numbers",
   "collected"
  ],
  "additionalProperties": false,
  "description": "A post of ours whose comments are collected."
 },
 "CommentConversation": {
  "type": "object",
  "properties": {
   "conversation": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/ConversationDetail"
     },
     {
      "type": "null"
     }
    ],
    "description": "null: nobody waits for an answer."
   }
  },
  "required": [
   "conversation"
  ],
  "additionalProperties": false
 },
 "CommentCounts": {
  "type": "object",
  "properties": {
   "total": {
    "type": "number"
   },
   "tagged": {
    "type": "number"
   },
   "byState": {
    "type": "object",
    "properties": {
     "received": {
      "type": "number"
     },
     "held": {
      "type": "number"
     },
     "waiting": {
      "type": "number"
     },
     "public": {
      "type": "number"
     },
     "hidden": {
      "type": "number"
     },
     "withdrawn": {
      "type": "number"
     }
    },
    "additionalProperties": false
   },
   "byChannel": {
    "type": "object",
    "properties": {
     "web": {
      "type": "number"
     },
     "facebook": {
      "type": "number"
     },
     "instagram": {
      "type": "number"
     },
     "threads": {
      "type": "number"
     },
     "bluesky": {
      "type": "number"
     },
     "mastodon": {
      "type": "number"
     },
     "linkedin": {
      "type": "number"
     },
     "x": {
      "type": "number"
     },
     "mail": {
      "type": "number"
     },
     "letter": {
      "type": "number"
     },
     "phone": {
      "type": "number"
     },
     "meeting": {
      "type": "number"
     },
     "import": {
      "type": "number"
     }
    },
    "additionalProperties": false
   },
   "byTag": {
    "type": "object",
    "additionalProperties": {
     "type": "number"
    }
   }
  },
  "required": [
   "total",
   "tagged",
   "byState",
   "byChannel",
   "byTag"
  ],
  "additionalProperties": false,
  "description": "Counts for the filters of the register, over all states."
 },
 "CommentDetail": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "number": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "channel": {
    "$ref": "#/components/schemas/Channel"
   },
   "state": {
    "$ref": "#/components/schemas/CommentState"
   },
   "author": {
    "type": [
     "string",
     "null"
    ]
   },
   "receivedAt": {
    "type": "string"
   },
   "upstreamAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "upstreamApprox": {
    "type": "boolean",
    "description": "`upstreamAt` was told from words like \"2 d.\""
   },
   "tagIds": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "early": {
    "type": "boolean"
   },
   "late": {
    "type": "boolean"
   },
   "editedAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "When the citizen last changed the words."
   },
   "flags": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "Kinds of findings and spam signals, for the icons in the list."
   },
   "photosWaiting": {
    "type": "number",
    "description": "Photos that nobody has decided about."
   },
   "version": {
    "type": "number"
   },
   "consultationId": {
    "type": "string"
   },
   "publicText": {
    "type": [
     "string",
     "null"
    ],
    "description": "What the public may read now; null unless the state is public."
   },
   "hasEmail": {
    "type": "boolean"
   },
   "via": {
    "type": [
     "string",
     "null"
    ]
   },
   "findings": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/CommentFinding"
    }
   },
   "hiddenReason": {
    "type": [
     "string",
     "null"
    ]
   },
   "externalId": {
    "type": [
     "string",
     "null"
    ]
   },
   "permalink": {
    "type": [
     "string",
     "null"
    ]
   },
   "parentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "parentNumber": {
    "type": [
     "string",
     "null"
    ],
    "description": "Number of the comment that it replies to."
   },
   "supportCount": {
    "type": "number"
   },
   "importId": {
    "type": [
     "string",
     "null"
    ]
   },
   "enteredBy": {
    "type": [
     "string",
     "null"
    ]
   },
   "entryNote": {
    "type": [
     "string",
     "null"
    ]
   },
   "privacyNoticeVersion": {
    "type": [
     "number",
     "null"
    ]
   },
   "speaksAs": {
    "$ref": "#/components/schemas/SpeaksAs"
   },
   "organisation": {
    "type": [
     "string",
     "null"
    ]
   },
   "nameProtected": {
    "type": "boolean"
   },
   "place": {
    "type": [
     "string",
     "null"
    ]
   },
   "point": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/Point"
     },
     {
      "type": "null"
     }
    ]
   },
   "photos": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/CommentPhotoView"
    }
   },
   "questionAnswers": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/QuestionAnswer"
    }
   },
   "versions": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/CommentVersionView"
    },
    "description": "Words that were replaced, newest first."
   },
   "history": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/CommentEvent"
    }
   }
  },
  "required": [
   "author",
   "channel",
   "consultationId",
   "early",
   "editedAt",
   "enteredBy",
   "entryNote",
   "externalId",
   "findings",
   "flags",
   "hasEmail",
   "hiddenReason",
   "history",
   "id",
   "importId",
   "late",
   "nameProtected",
   "number",
   "organisation",
   "parentId",
   "parentNumber",
   "permalink",
   "photos",
   "photosWaiting",
   "place",
   "point",
   "privacyNoticeVersion",
   "publicText",
   "questionAnswers",
   "receivedAt",
   "speaksAs",
   "state",
   "supportCount",
   "tagIds",
   "text",
   "upstreamApprox",
   "upstreamAt",
   "version",
   "versions",
   "via"
  ],
  "additionalProperties": false
 },
 "CommentEvent": {
  "type": "object",
  "properties": {
   "at": {
    "type": "string"
   },
   "action": {
    "type": "string"
   },
   "actorName": {
    "type": [
     "string",
     "null"
    ],
    "description": "Null: the citizen, or the system."
   },
   "data": {
    "type": "object",
    "additionalProperties": {}
   }
  },
  "required": [
   "at",
   "action",
   "actorName",
   "data"
  ],
  "additionalProperties": false
 },
 "CommentFinding": {
  "type": "object",
  "properties": {
   "field": {
    "type": "string",
    "enum": [
     "text",
     "name",
     "place"
    ]
   },
   "kind": {
    "$ref": "#/components/schemas/FindingKind"
   },
   "confidence": {
    "type": "string",
    "enum": [
     "certain",
     "possible"
    ]
   },
   "start": {
    "type": "number"
   },
   "end": {
    "type": "number"
   }
  },
  "required": [
   "field",
   "kind",
   "confidence",
   "start",
   "end"
  ],
  "additionalProperties": false,
  "description": "Offsets are UTF-16, into the field."
 },
 "CommentLanguage": {
  "type": "string",
  "enum": [
   "da",
   "en"
  ]
 },
 "CommentListItem": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "number": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "channel": {
    "$ref": "#/components/schemas/Channel"
   },
   "state": {
    "$ref": "#/components/schemas/CommentState"
   },
   "author": {
    "type": [
     "string",
     "null"
    ]
   },
   "receivedAt": {
    "type": "string"
   },
   "upstreamAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "upstreamApprox": {
    "type": "boolean",
    "description": "`upstreamAt` was told from words like \"2 d.\""
   },
   "tagIds": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "early": {
    "type": "boolean"
   },
   "late": {
    "type": "boolean"
   },
   "editedAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "When the citizen last changed the words."
   },
   "flags": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "Kinds of findings and spam signals, for the icons in the list."
   },
   "photosWaiting": {
    "type": "number",
    "description": "Photos that nobody has decided about."
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "id",
   "number",
   "text",
   "channel",
   "state",
   "author",
   "receivedAt",
   "upstreamAt",
   "upstreamApprox",
   "tagIds",
   "early",
   "late",
   "editedAt",
   "flags",
   "photosWaiting",
   "version"
  ],
  "additionalProperties": false,
  "description": "A line of the register."
 },
 "CommentOrder": {
  "type": "string",
  "enum": [
   "newest",
   "oldest"
  ],
  "description": "By the time the platform received them."
 },
 "CommentPage": {
  "type": "object",
  "properties": {
   "items": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/CommentListItem"
    }
   },
   "nextCursor": {
    "type": [
     "string",
     "null"
    ]
   }
  },
  "required": [
   "items",
   "nextCursor"
  ],
  "additionalProperties": false
 },
 "CommentPhotoView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/PhotoState"
   },
   "altText": {
    "type": "string"
   },
   "width": {
    "type": "number"
   },
   "height": {
    "type": "number"
   },
   "url": {
    "type": "string"
   },
   "smallUrl": {
    "type": "string"
   }
  },
  "required": [
   "id",
   "state",
   "altText",
   "width",
   "height",
   "url",
   "smallUrl"
  ],
  "additionalProperties": false
 },
 "CommentReceipt": {
  "type": "object",
  "properties": {
   "number": {
    "type": "string"
   },
   "privateUrl": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/CommentState"
   }
  },
  "required": [
   "number",
   "privateUrl",
   "state"
  ],
  "additionalProperties": false
 },
 "CommentState": {
  "type": "string",
  "enum": [
   "received",
   "held",
   "waiting",
   "public",
   "hidden",
   "withdrawn"
  ]
 },
 "CommentTagsResult": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "tagIds": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "id",
   "tagIds",
   "version"
  ],
  "additionalProperties": false
 },
 "CommentTreatment": {
  "type": "object",
  "properties": {
   "publishedAt": {
    "type": "string"
   },
   "themes": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "name": {
       "type": "string"
      },
      "outcome": {
       "anyOf": [
        {
         "$ref": "#/components/schemas/ResultOutcome"
        },
        {
         "type": "null"
        }
       ]
      },
      "did": {
       "type": "string"
      },
      "why": {
       "type": "string"
      }
     },
     "required": [
      "name",
      "outcome",
      "did",
      "why"
     ],
     "additionalProperties": false
    }
   }
  },
  "required": [
   "publishedAt",
   "themes"
  ],
  "additionalProperties": false,
  "description": "Where one comment ended: what was done about its themes."
 },
 "CommentVersionView": {
  "type": "object",
  "properties": {
   "text": {
    "type": "string"
   },
   "author": {
    "type": [
     "string",
     "null"
    ]
   },
   "replacedAt": {
    "type": "string"
   }
  },
  "required": [
   "text",
   "author",
   "replacedAt"
  ],
  "additionalProperties": false,
  "description": "Words that a citizen has replaced."
 },
 "ConnectAccountInput": {
  "type": "object",
  "properties": {
   "channel": {
    "$ref": "#/components/schemas/PostChannel"
   },
   "server": {
    "type": "string"
   },
   "identifier": {
    "type": "string"
   },
   "secret": {
    "type": "string"
   },
   "needsApproval": {
    "type": "boolean"
   }
  },
  "required": [
   "channel",
   "identifier",
   "secret"
  ],
  "additionalProperties": false
 },
 "ConnectWay": {
  "type": "string",
  "enum": [
   "appPassword",
   "signIn"
  ]
 },
 "ConsultationChange": {
  "type": "object",
  "properties": {
   "at": {
    "type": "string"
   },
   "fields": {
    "type": "array",
    "items": {
     "anyOf": [
      {
       "$ref": "#/components/schemas/PublicField"
      },
      {
       "type": "string",
       "const": "files"
      }
     ]
    },
    "description": "`files`: a picture or document came or went; the reason says which."
   },
   "oldClosesAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "When the deadline was moved: exclusive ends."
   },
   "newClosesAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "reason": {
    "type": "string"
   }
  },
  "required": [
   "at",
   "fields",
   "oldClosesAt",
   "newClosesAt",
   "reason"
  ],
  "additionalProperties": false,
  "description": "Something that was changed after publication, as everybody may see it."
 },
 "ConsultationFileView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "kind": {
    "$ref": "#/components/schemas/FileKind"
   },
   "title": {
    "type": "string",
    "description": "Caption of a picture, name of a document."
   },
   "altText": {
    "type": "string",
    "description": "What a picture shows, for those who do not see it. Empty: it only decorates."
   },
   "bytes": {
    "type": "number"
   },
   "width": {
    "type": [
     "number",
     "null"
    ],
    "description": "Pixels of the large size; null for a document."
   },
   "height": {
    "type": [
     "number",
     "null"
    ]
   },
   "url": {
    "type": "string"
   },
   "smallUrl": {
    "type": [
     "string",
     "null"
    ],
    "description": "A smaller size of a picture; null for a document."
   },
   "createdAt": {
    "type": "string"
   }
  },
  "required": [
   "altText",
   "bytes",
   "createdAt",
   "height",
   "id",
   "kind",
   "smallUrl",
   "title",
   "url",
   "width"
  ],
  "additionalProperties": false,
  "description": "The same for staff: the addresses work before the consultation is open."
 },
 "ConsultationInput": {
  "type": "object",
  "properties": {
   "title": {
    "type": "string"
   },
   "teaser": {
    "type": "string"
   },
   "purpose": {
    "type": "string"
   },
   "canInfluence": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "What people can change, a line each."
   },
   "settled": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "What is settled, a line each."
   },
   "questions": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/QuestionInput"
    }
   },
   "opensAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Date, local date-time (Europe/Copenhagen) or instant. A date is open from its first minute. Null = from publication."
   },
   "closesAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Date, local date-time (Europe/Copenhagen) or instant. A date counts to its end."
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "contact": {
    "type": "string"
   },
   "caseNumber": {
    "type": "string"
   },
   "legalBasis": {
    "type": "string"
   },
   "privacyNotice": {
    "type": "string"
   },
   "area": {
    "anyOf": [
     {
      "type": "object",
      "additionalProperties": {}
     },
     {
      "type": "null"
     }
    ],
    "description": "GeoJSON with a polygon, in WGS84 or EPSG:25832; null = no area."
   },
   "allowReplies": {
    "type": "boolean",
    "description": "Citizens may reply to each other, one level."
   },
   "timeline": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/TimelineEntry"
    },
    "description": "When the steps are expected; a step that is left out is not known."
   },
   "visibility": {
    "$ref": "#/components/schemas/Visibility"
   },
   "visibilityReason": {
    "type": "string",
    "description": "Needed with `atOnce`."
   },
   "deleteOn": {
    "type": [
     "string",
     "null"
    ],
    "description": "Date (`2027-04-30`) by which the comments must be deleted."
   }
  },
  "additionalProperties": false,
  "description": "Everything has a default; publishing asks for title, one question, closesAt and deleteOn."
 },
 "ConsultationState": {
  "type": "string",
  "enum": [
   "draft",
   "scheduled",
   "open",
   "closed",
   "discarded",
   "standing"
  ]
 },
 "ConsultationSummary": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "number": {
    "type": "string"
   },
   "slug": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/ConsultationState"
   },
   "title": {
    "type": "string"
   },
   "departmentName": {
    "type": [
     "string",
     "null"
    ]
   },
   "opensAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "closesAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "commentCount": {
    "type": "number"
   },
   "undecidedCount": {
    "type": "number",
    "description": "Held or waiting for a decision."
   },
   "recentDays": {
    "type": "array",
    "items": {
     "type": "number"
    },
    "description": "Comments a day, oldest first, the last 16 days."
   },
   "updatedAt": {
    "type": "string"
   }
  },
  "required": [
   "id",
   "number",
   "slug",
   "state",
   "title",
   "departmentName",
   "opensAt",
   "closesAt",
   "commentCount",
   "undecidedCount",
   "recentDays",
   "updatedAt"
  ],
  "additionalProperties": false,
  "description": "A line of the staff list."
 },
 "ConsultationView": {
  "type": "object",
  "properties": {
   "number": {
    "type": "string",
    "description": "`F-2026-014`; comments are numbered under it."
   },
   "slug": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/ConsultationState"
   },
   "title": {
    "type": "string"
   },
   "teaser": {
    "type": "string"
   },
   "purpose": {
    "type": "string"
   },
   "canInfluence": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "settled": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "questions": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/Question"
    }
   },
   "closesAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Exclusive end as an instant."
   },
   "opensAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "contact": {
    "type": "string"
   },
   "caseNumber": {
    "type": "string"
   },
   "legalBasis": {
    "type": "string"
   },
   "privacyNotice": {
    "type": "string"
   },
   "privacyNoticeVersion": {
    "type": "number"
   },
   "visibility": {
    "$ref": "#/components/schemas/Visibility"
   },
   "area": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/Area"
     },
     {
      "type": "null"
     }
    ]
   },
   "allowReplies": {
    "type": "boolean"
   },
   "timeline": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/TimelineEntry"
    },
    "description": "In the order of the steps; only what is known."
   },
   "publicUrl": {
    "type": "string"
   },
   "shortUrl": {
    "type": "string",
    "description": "The same page by an address that can be typed: `https://…/k/h7k2m4p`."
   },
   "changes": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ConsultationChange"
    },
    "description": "Newest first; empty for a draft."
   },
   "id": {
    "type": "string"
   },
   "opensOn": {
    "type": [
     "string",
     "null"
    ],
    "description": "What was written: a day or a minute; `opensAt` and `closesAt` are the instants it means."
   },
   "closesOn": {
    "type": [
     "string",
     "null"
    ]
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "visibilityReason": {
    "type": [
     "string",
     "null"
    ]
   },
   "visibilityChosenBy": {
    "type": [
     "string",
     "null"
    ]
   },
   "deleteOn": {
    "type": [
     "string",
     "null"
    ]
   },
   "createdAt": {
    "type": "string"
   },
   "updatedAt": {
    "type": "string"
   },
   "publishedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "templateName": {
    "type": [
     "string",
     "null"
    ],
    "description": "The template it began with, by the name it had then."
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "allowReplies",
   "area",
   "canInfluence",
   "caseNumber",
   "changes",
   "closesAt",
   "closesOn",
   "contact",
   "createdAt",
   "deleteOn",
   "departmentId",
   "id",
   "legalBasis",
   "number",
   "opensAt",
   "opensOn",
   "privacyNotice",
   "privacyNoticeVersion",
   "publicUrl",
   "publishedAt",
   "purpose",
   "questions",
   "settled",
   "shortUrl",
   "slug",
   "state",
   "teaser",
   "templateName",
   "timeline",
   "title",
   "updatedAt",
   "version",
   "visibility",
   "visibilityChosenBy",
   "visibilityReason"
  ],
  "additionalProperties": false
 },
 "ContactWay": {
  "type": "string",
  "enum": [
   "web",
   "social",
   "phone",
   "mail",
   "other"
  ],
  "description": "How people reach the municipality; `other`: letters, meetings, files."
 },
 "ConversationDetail": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "commentId": {
    "type": "string"
   },
   "number": {
    "type": "string",
    "description": "`F-2026-014-0007`"
   },
   "consultationId": {
    "type": "string"
   },
   "consultationTitle": {
    "type": "string"
   },
   "channel": {
    "$ref": "#/components/schemas/Channel"
   },
   "state": {
    "$ref": "#/components/schemas/ConversationState"
   },
   "reason": {
    "$ref": "#/components/schemas/NeedsReason",
    "description": "Why it is here: a question, or a person who said so."
   },
   "author": {
    "type": [
     "string",
     "null"
    ]
   },
   "excerpt": {
    "type": "string",
    "description": "The beginning of the text."
   },
   "startedAt": {
    "type": "string",
    "description": "When it was said, on the platform's own clock."
   },
   "dueAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "When the next answer is due: the promised one after a holding reply. Null while it waits or is done."
   },
   "promisedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "look": {
    "$ref": "#/components/schemas/ClockLook"
   },
   "collectedLate": {
    "type": "boolean",
    "description": "It was overdue already when we collected it."
   },
   "ownerId": {
    "type": [
     "string",
     "null"
    ]
   },
   "ownerName": {
    "type": [
     "string",
     "null"
    ]
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "departmentName": {
    "type": [
     "string",
     "null"
    ]
   },
   "draft": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/DraftHolder"
     },
     {
      "type": "null"
     }
    ]
   },
   "proposedBy": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/DraftHolder"
     },
     {
      "type": "null"
     }
    ],
    "description": "Whose answer waits for somebody else to read it."
   },
   "mentioned": {
    "type": "boolean",
    "description": "A note calls the signed-in person, and was not read."
   },
   "version": {
    "type": "number"
   },
   "round": {
    "type": "number",
    "description": "1, and one more each time it was opened anew."
   },
   "said": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/SaidView"
    },
    "description": "All that citizens said in it, oldest first; the one that waits for the answer is `commentId`."
   },
   "text": {
    "type": "string"
   },
   "commentState": {
    "$ref": "#/components/schemas/CommentState"
   },
   "hasEmail": {
    "type": "boolean"
   },
   "permalink": {
    "type": [
     "string",
     "null"
    ]
   },
   "tagNames": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "consultationSlug": {
    "type": [
     "string",
     "null"
    ],
    "description": "Of the page; null where there is none: what was said outside consultations."
   },
   "answers": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/AnswerView"
    }
   },
   "notes": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/InboxNoteView"
    }
   },
   "readByAnother": {
    "type": "boolean",
    "description": "Answers are read by another before they are sent: a topic says so."
   },
   "proposals": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ProposalView"
    },
    "description": "What waits to be read, and what was sent back in this round."
   },
   "draftText": {
    "type": [
     "string",
     "null"
    ],
    "description": "The text in the works, if the caller may see it."
   },
   "draftKind": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/AnswerKind"
     },
     {
      "type": "null"
     }
    ]
   },
   "draftUntil": {
    "type": [
     "string",
     "null"
    ]
   },
   "draftSavedAnswerId": {
    "type": [
     "string",
     "null"
    ],
    "description": "The saved answer that the text in the works came from."
   },
   "placeholders": {
    "$ref": "#/components/schemas/PlaceholderValues",
    "description": "What words in braces of a saved answer stand for here."
   },
   "endReason": {
    "type": [
     "string",
     "null"
    ],
    "description": "Why it needs no answer."
   },
   "repliesAs": {
    "type": [
     "string",
     "null"
    ],
    "description": "The profile that an answer goes out on, below the question; null: an answer is not sent to a network by itself."
   },
   "earlier": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "conversationId": {
       "type": "string"
      },
      "number": {
       "type": "string"
      },
      "state": {
       "$ref": "#/components/schemas/ConversationState"
      },
      "excerpt": {
       "type": "string"
      }
     },
     "required": [
      "conversationId",
      "number",
      "state",
      "excerpt"
     ],
     "additionalProperties": false
    },
    "description": "What this person was answered before, by the same mail address; newest first."
   },
   "sameText": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "conversationId": {
       "type": "string"
      },
      "number": {
       "type": "string"
      }
     },
     "required": [
      "conversationId",
      "number"
     ],
     "additionalProperties": false
    },
    "description": "Open conversations whose comment says the same, word for word."
   },
   "history": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "at": {
       "type": "string"
      },
      "action": {
       "type": "string"
      },
      "actorName": {
       "type": [
        "string",
        "null"
       ]
      },
      "data": {
       "type": "object",
       "additionalProperties": {}
      }
     },
     "required": [
      "at",
      "action",
      "actorName",
      "data"
     ],
     "additionalProperties": false
    }
   }
  },
  "required": [
   "answers",
   "author",
   "channel",
   "collectedLate",
   "commentId",
   "commentState",
   "consultationId",
   "consultationSlug",
   "consultationTitle",
   "departmentId",
   "departmentName",
   "draft",
   "draftKind",
   "draftSavedAnswerId",
   "draftText",
   "draftUntil",
   "dueAt",
   "earlier",
   "endReason",
   "excerpt",
   "hasEmail",
   "history",
   "id",
   "look",
   "mentioned",
   "notes",
   "number",
   "ownerId",
   "ownerName",
   "permalink",
   "placeholders",
   "promisedAt",
   "proposals",
   "proposedBy",
   "readByAnother",
   "reason",
   "repliesAs",
   "round",
   "said",
   "sameText",
   "startedAt",
   "state",
   "tagNames",
   "text",
   "version"
  ],
  "additionalProperties": false
 },
 "ConversationItem": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "commentId": {
    "type": "string"
   },
   "number": {
    "type": "string",
    "description": "`F-2026-014-0007`"
   },
   "consultationId": {
    "type": "string"
   },
   "consultationTitle": {
    "type": "string"
   },
   "channel": {
    "$ref": "#/components/schemas/Channel"
   },
   "state": {
    "$ref": "#/components/schemas/ConversationState"
   },
   "reason": {
    "$ref": "#/components/schemas/NeedsReason",
    "description": "Why it is here: a question, or a person who said so."
   },
   "author": {
    "type": [
     "string",
     "null"
    ]
   },
   "excerpt": {
    "type": "string",
    "description": "The beginning of the text."
   },
   "startedAt": {
    "type": "string",
    "description": "When it was said, on the platform's own clock."
   },
   "dueAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "When the next answer is due: the promised one after a holding reply. Null while it waits or is done."
   },
   "promisedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "look": {
    "$ref": "#/components/schemas/ClockLook"
   },
   "collectedLate": {
    "type": "boolean",
    "description": "It was overdue already when we collected it."
   },
   "ownerId": {
    "type": [
     "string",
     "null"
    ]
   },
   "ownerName": {
    "type": [
     "string",
     "null"
    ]
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "departmentName": {
    "type": [
     "string",
     "null"
    ]
   },
   "draft": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/DraftHolder"
     },
     {
      "type": "null"
     }
    ]
   },
   "proposedBy": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/DraftHolder"
     },
     {
      "type": "null"
     }
    ],
    "description": "Whose answer waits for somebody else to read it."
   },
   "mentioned": {
    "type": "boolean",
    "description": "A note calls the signed-in person, and was not read."
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "id",
   "commentId",
   "number",
   "consultationId",
   "consultationTitle",
   "channel",
   "state",
   "reason",
   "author",
   "excerpt",
   "startedAt",
   "dueAt",
   "promisedAt",
   "look",
   "collectedLate",
   "ownerId",
   "ownerName",
   "departmentId",
   "departmentName",
   "draft",
   "proposedBy",
   "mentioned",
   "version"
  ],
  "additionalProperties": false
 },
 "ConversationState": {
  "type": "string",
  "enum": [
   "new",
   "assigned",
   "waiting",
   "answered",
   "no_answer_needed"
  ],
  "description": "`waiting`: for the citizen, the clock stands still. Overdue is read off the clock, never stored."
 },
 "CreateAccountInput": {
  "type": "object",
  "properties": {
   "email": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "roles": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/Role"
    }
   },
   "departmentId": {
    "type": "string"
   }
  },
  "required": [
   "email",
   "name",
   "roles"
  ],
  "additionalProperties": false
 },
 "CreateConsultationInput": {
  "type": "object",
  "properties": {
   "title": {
    "type": "string"
   },
   "teaser": {
    "type": "string"
   },
   "purpose": {
    "type": "string"
   },
   "canInfluence": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "What people can change, a line each."
   },
   "settled": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "What is settled, a line each."
   },
   "questions": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/QuestionInput"
    }
   },
   "opensAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Date, local date-time (Europe/Copenhagen) or instant. A date is open from its first minute. Null = from publication."
   },
   "closesAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Date, local date-time (Europe/Copenhagen) or instant. A date counts to its end."
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "contact": {
    "type": "string"
   },
   "caseNumber": {
    "type": "string"
   },
   "legalBasis": {
    "type": "string"
   },
   "privacyNotice": {
    "type": "string"
   },
   "area": {
    "anyOf": [
     {
      "type": "object",
      "additionalProperties": {}
     },
     {
      "type": "null"
     }
    ],
    "description": "GeoJSON with a polygon, in WGS84 or EPSG:25832; null = no area."
   },
   "allowReplies": {
    "type": "boolean",
    "description": "Citizens may reply to each other, one level."
   },
   "timeline": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/TimelineEntry"
    },
    "description": "When the steps are expected; a step that is left out is not known."
   },
   "visibility": {
    "$ref": "#/components/schemas/Visibility"
   },
   "visibilityReason": {
    "type": "string",
    "description": "Needed with `atOnce`."
   },
   "deleteOn": {
    "type": [
     "string",
     "null"
    ],
    "description": "Date (`2027-04-30`) by which the comments must be deleted."
   },
   "templateId": {
    "type": "string",
    "description": "A built-in template's name or an own one's id; one that is gone gives 409 `template-gone`."
   }
  },
  "additionalProperties": false,
  "description": "A draft from nothing, or from a template; what is sent besides counts instead of the template's."
 },
 "CreateExportInput": {
  "type": "object",
  "properties": {
   "format": {
    "$ref": "#/components/schemas/ExportFormat"
   },
   "edition": {
    "$ref": "#/components/schemas/ExportEdition"
   },
   "dialect": {
    "$ref": "#/components/schemas/CsvDialect",
    "description": "Only for CSV; `excel` when left out."
   }
  },
  "required": [
   "format",
   "edition"
  ],
  "additionalProperties": false
 },
 "CsvDialect": {
  "type": "string",
  "enum": [
   "excel",
   "machine"
  ]
 },
 "DecideCommentInput": {
  "type": "object",
  "properties": {
   "action": {
    "type": "string",
    "enum": [
     "publish",
     "hide",
     "undo"
    ],
    "description": "`undo` takes back the caller's own decision while it is the latest one, also when it hid or showed."
   },
   "reason": {
    "type": "string",
    "description": "Needed to hide."
   },
   "withoutMarked": {
    "type": "boolean",
    "description": "Publish with the marked parts replaced by what they are. A certain CPR number can be published no other way."
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "action"
  ],
  "additionalProperties": false
 },
 "DecidePhotoInput": {
  "type": "object",
  "properties": {
   "action": {
    "type": "string",
    "enum": [
     "publish",
     "hide"
    ]
   },
   "altText": {
    "type": "string",
    "description": "What it shows; asked for when it is shown to everybody."
   }
  },
  "required": [
   "action"
  ],
  "additionalProperties": false
 },
 "DeliveredInput": {
  "type": "object",
  "properties": {
   "permalink": {
    "type": "string",
    "description": "Where it stands, if there is an address."
   }
  },
  "additionalProperties": false
 },
 "DeliveryState": {
  "type": "string",
  "enum": [
   "awaitingApproval",
   "scheduled",
   "preparing",
   "ready",
   "sending",
   "waiting",
   "needsReauth",
   "unknown",
   "needsHuman",
   "delivered",
   "rejected",
   "cancelled"
  ],
  "description": "Where something that goes out on a channel is. `sending`: bytes may have left us. `unknown`: they have, and nobody knows what became of them; it is looked for before anything is sent again. `needsHuman`: looking did not help."
 },
 "DeliveryView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/DeliveryState"
   },
   "accountId": {
    "type": "string"
   },
   "accountName": {
    "type": "string"
   },
   "dueAt": {
    "type": "string",
    "description": "Not before this instant."
   },
   "nextAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "When it is tried or looked for again; null when nothing is waited for."
   },
   "fault": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/Fault"
     },
     {
      "type": "null"
     }
    ]
   },
   "permalink": {
    "type": [
     "string",
     "null"
    ]
   },
   "deliveredAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "orderedByName": {
    "type": [
     "string",
     "null"
    ]
   },
   "approvedByName": {
    "type": [
     "string",
     "null"
    ]
   }
  },
  "required": [
   "id",
   "state",
   "accountId",
   "accountName",
   "dueAt",
   "nextAt",
   "fault",
   "permalink",
   "deliveredAt",
   "orderedByName",
   "approvedByName"
  ],
  "additionalProperties": false
 },
 "DepartmentHeadInput": {
  "type": "object",
  "properties": {
   "departmentId": {
    "type": "string"
   },
   "accountId": {
    "type": [
     "string",
     "null"
    ],
    "description": "null: nobody."
   }
  },
  "required": [
   "departmentId",
   "accountId"
  ],
  "additionalProperties": false,
  "description": "Who is told last when a department has not answered in time."
 },
 "DepartmentHeadView": {
  "type": "object",
  "properties": {
   "departmentId": {
    "type": "string"
   },
   "accountId": {
    "type": "string"
   },
   "accountName": {
    "type": "string"
   }
  },
  "required": [
   "departmentId",
   "accountId",
   "accountName"
  ],
  "additionalProperties": false
 },
 "DepartmentView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "name": {
    "type": "string"
   }
  },
  "required": [
   "id",
   "name"
  ],
  "additionalProperties": false
 },
 "DraftHolder": {
  "type": "object",
  "properties": {
   "accountId": {
    "type": "string"
   },
   "name": {
    "type": "string"
   }
  },
  "required": [
   "accountId",
   "name"
  ],
  "additionalProperties": false,
  "description": "Somebody who has a text in the works."
 },
 "DraftPreview": {
  "type": "object",
  "properties": {
   "consultation": {
    "$ref": "#/components/schemas/PublicConsultationView"
   },
   "published": {
    "type": "boolean"
   },
   "expiresAt": {
    "type": "string"
   }
  },
  "required": [
   "consultation",
   "published",
   "expiresAt"
  ],
  "additionalProperties": false,
  "description": "What a colleague without account sees. `published` = go to its public address instead."
 },
 "DutyInput": {
  "type": "object",
  "properties": {
   "departmentId": {
    "type": "string"
   },
   "accountId": {
    "type": "string"
   },
   "startsOn": {
    "type": "string",
    "description": "`2026-12-01`, or as people write it: `1.12.2026`."
   },
   "endsOn": {
    "type": "string"
   },
   "standIn": {
    "type": "boolean",
    "description": "Only asked when nobody else is on duty."
   }
  },
  "required": [
   "departmentId",
   "accountId",
   "startsOn",
   "endsOn"
  ],
  "additionalProperties": false,
  "description": "Somebody answers for a department from one day to another, both included."
 },
 "DutyView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "departmentId": {
    "type": "string"
   },
   "departmentName": {
    "type": "string"
   },
   "accountId": {
    "type": "string"
   },
   "accountName": {
    "type": "string"
   },
   "startsOn": {
    "type": "string"
   },
   "endsOn": {
    "type": "string"
   },
   "standIn": {
    "type": "boolean"
   }
  },
  "required": [
   "id",
   "departmentId",
   "departmentName",
   "accountId",
   "accountName",
   "startsOn",
   "endsOn",
   "standIn"
  ],
  "additionalProperties": false
 },
 "EditAnswerInput": {
  "type": "object",
  "properties": {
   "text": {
    "type": "string"
   },
   "contactChecked": {
    "type": "boolean"
   }
  },
  "required": [
   "text"
  ],
  "additionalProperties": false
 },
 "EditCommentInput": {
  "type": "object",
  "properties": {
   "text": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "version": {
    "type": "number",
    "description": "The version that was read: another one gives 409 `version-conflict`."
   }
  },
  "required": [
   "text",
   "version"
  ],
  "additionalProperties": false,
  "description": "New words for a comment, by its private link."
 },
 "EnquirySourceView": {
  "type": "object",
  "properties": {
   "accountId": {
    "type": "string"
   },
   "readAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Last time it was read; null: not yet."
   },
   "fault": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/Fault"
     },
     {
      "type": "null"
     }
    ]
   }
  },
  "required": [
   "accountId",
   "readAt",
   "fault"
  ],
  "additionalProperties": false,
  "description": "How reading what is said to a profile outside of its posts goes."
 },
 "EnterCommentInput": {
  "type": "object",
  "properties": {
   "channel": {
    "$ref": "#/components/schemas/EntryChannel"
   },
   "text": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "email": {
    "type": "string"
   },
   "receivedAt": {
    "type": "string",
    "description": "When it came, ISO instant or local date(-time); now when left out."
   },
   "permalink": {
    "type": "string"
   },
   "note": {
    "type": "string"
   },
   "idempotencyKey": {
    "type": "string"
   }
  },
  "required": [
   "channel",
   "text"
  ],
  "additionalProperties": false,
  "description": "A letter, phone call or meeting written in by staff."
 },
 "EntryChannel": {
  "type": "string",
  "enum": [
   "letter",
   "phone",
   "meeting",
   "mail",
   "facebook",
   "instagram",
   "threads",
   "bluesky",
   "mastodon",
   "linkedin",
   "x"
  ]
 },
 "ExportEdition": {
  "type": "string",
  "enum": [
   "public",
   "internal"
  ]
 },
 "ExportFormat": {
  "type": "string",
  "enum": [
   "pdf",
   "csv",
   "json"
  ]
 },
 "ExportState": {
  "type": "string",
  "enum": [
   "queued",
   "running",
   "done",
   "failed",
   "refused",
   "cancelled"
  ]
 },
 "ExportView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "consultationId": {
    "type": "string"
   },
   "format": {
    "$ref": "#/components/schemas/ExportFormat"
   },
   "edition": {
    "$ref": "#/components/schemas/ExportEdition"
   },
   "dialect": {
    "$ref": "#/components/schemas/CsvDialect"
   },
   "state": {
    "$ref": "#/components/schemas/ExportState"
   },
   "progress": {
    "type": "number",
    "description": "0–100"
   },
   "sha256": {
    "type": [
     "string",
     "null"
    ]
   },
   "bytes": {
    "type": [
     "number",
     "null"
    ]
   },
   "fileName": {
    "type": [
     "string",
     "null"
    ]
   },
   "commentCount": {
    "type": [
     "number",
     "null"
    ]
   },
   "requestedBy": {
    "type": "string"
   },
   "requestedAt": {
    "type": "string"
   },
   "finishedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "error": {
    "anyOf": [
     {
      "type": "object",
      "properties": {
       "code": {
        "type": "string"
       },
       "message": {
        "type": "string"
       }
      },
      "required": [
       "code",
       "message"
      ],
      "additionalProperties": false
     },
     {
      "type": "null"
     }
    ]
   }
  },
  "required": [
   "id",
   "consultationId",
   "format",
   "edition",
   "dialect",
   "state",
   "progress",
   "sha256",
   "bytes",
   "fileName",
   "commentCount",
   "requestedBy",
   "requestedAt",
   "finishedAt",
   "error"
  ],
  "additionalProperties": false
 },
 "Fault": {
  "type": "object",
  "properties": {
   "code": {
    "$ref": "#/components/schemas/FaultCode"
   },
   "detail": {
    "type": "string",
    "description": "What the network itself said, for whoever looks into it; without secrets."
   }
  },
  "required": [
   "code"
  ],
  "additionalProperties": false
 },
 "FaultCode": {
  "type": "string",
  "enum": [
   "network",
   "timeout",
   "server-error",
   "rate-limited",
   "quota-used",
   "signed-out",
   "permission",
   "too-long",
   "picture",
   "duplicate",
   "gone",
   "refused",
   "address",
   "not-allowed",
   "closed",
   "not-open",
   "cannot-tell"
  ],
  "description": "Why something did not go out; the words are the reader's."
 },
 "FieldProblem": {
  "type": "object",
  "properties": {
   "field": {
    "type": "string",
    "description": "Dotted path in the request body, e.g. `questions.0.label`."
   },
   "code": {
    "type": "string"
   },
   "message": {
    "type": "string"
   },
   "params": {
    "type": "object",
    "additionalProperties": {
     "type": [
      "string",
      "number",
      "boolean"
     ]
    }
   }
  },
  "required": [
   "field",
   "code",
   "message"
  ],
  "additionalProperties": false
 },
 "FileKind": {
  "type": "string",
  "enum": [
   "picture",
   "document"
  ]
 },
 "FindingKind": {
  "type": "string",
  "enum": [
   "cpr",
   "phone",
   "email",
   "address"
  ]
 },
 "FollowInput": {
  "type": "object",
  "properties": {
   "answers": {
    "type": "boolean",
    "description": "The municipality's answer."
   },
   "result": {
    "type": "boolean",
    "description": "What became of it all, when the consultation has ended."
   },
   "email": {
    "type": "string",
    "description": "Left out or '' keeps the address that is there."
   }
  },
  "required": [
   "answers",
   "result"
  ],
  "additionalProperties": false,
  "description": "Which mails the writer wants besides the receipt."
 },
 "HouseRules": {
  "type": "object",
  "properties": {
   "text": {
    "type": "string",
    "description": "'' where the municipality adds nothing."
   }
  },
  "required": [
   "text"
  ],
  "additionalProperties": false
 },
 "ImportLineProblem": {
  "type": "object",
  "properties": {
   "line": {
    "type": "number",
    "description": "Line in the file, the header is line 1."
   },
   "level": {
    "type": "string",
    "enum": [
     "error",
     "warning"
    ]
   },
   "field": {
    "type": [
     "string",
     "null"
    ]
   },
   "code": {
    "type": "string"
   },
   "message": {
    "type": "string"
   }
  },
  "required": [
   "line",
   "level",
   "field",
   "code",
   "message"
  ],
  "additionalProperties": false
 },
 "ImportMapping": {
  "type": "object",
  "properties": {
   "text": {
    "type": "string"
   },
   "title": {
    "type": "string"
   },
   "author": {
    "type": "string"
   },
   "externalId": {
    "type": "string"
   },
   "upstreamAt": {
    "type": "string",
    "description": "Epoch milliseconds or seconds, ISO, or Danish `dd-mm-yyyy hh:mm`."
   },
   "permalink": {
    "type": "string"
   },
   "parentExternalId": {
    "type": "string"
   },
   "age": {
    "type": "string",
    "description": "How old it was when it was copied, as a network writes it (\"2 d.\"): gives an approximate time."
   },
   "row": {
    "type": "string",
    "description": "A row's own number in the file, and that of the row which it answers, where nothing has an id."
   },
   "parentRow": {
    "type": "string"
   },
   "copiedAt": {
    "type": "string",
    "description": "When the page was copied that ages were told on; ISO, left out: when it was sent."
   },
   "channel": {
    "$ref": "#/components/schemas/Channel"
   },
   "source": {
    "type": "string"
   },
   "separator": {
    "type": "string",
    "enum": [
     ",",
     ";",
     "\t",
     "|"
    ]
   }
  },
  "additionalProperties": false,
  "description": "Which column holds what. Every part is optional: what is left out is proposed from the header. Values are column names, but for `channel`, which is a channel, and `source`, a name for the origin."
 },
 "ImportState": {
  "type": "string",
  "enum": [
   "queued",
   "running",
   "done",
   "failed",
   "cancelled",
   "undone"
  ]
 },
 "ImportView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "consultationId": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/ImportState"
   },
   "dryRun": {
    "type": "boolean"
   },
   "fileName": {
    "type": "string"
   },
   "progress": {
    "type": "number",
    "description": "0–100"
   },
   "mapping": {
    "$ref": "#/components/schemas/ImportMapping",
    "description": "The mapping that was used, proposals filled in."
   },
   "columns": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "encoding": {
    "type": [
     "string",
     "null"
    ]
   },
   "separator": {
    "type": [
     "string",
     "null"
    ]
   },
   "total": {
    "type": "number",
    "description": "Rows read, rows that are (or would be) new, rows already there, rows with an error."
   },
   "imported": {
    "type": "number"
   },
   "alreadyThere": {
    "type": "number"
   },
   "failed": {
    "type": "number"
   },
   "held": {
    "type": "number",
    "description": "Rows of the new ones that screening holds."
   },
   "problems": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ImportLineProblem"
    },
    "description": "The first 500 problems; `problemCount` says how many there are."
   },
   "problemCount": {
    "type": "number"
   },
   "error": {
    "anyOf": [
     {
      "type": "object",
      "properties": {
       "code": {
        "type": "string"
       },
       "message": {
        "type": "string"
       }
      },
      "required": [
       "code",
       "message"
      ],
      "additionalProperties": false
     },
     {
      "type": "null"
     }
    ],
    "description": "Why the whole file failed."
   },
   "preview": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "line": {
       "type": "number"
      },
      "text": {
       "type": "string"
      },
      "author": {
       "type": [
        "string",
        "null"
       ]
      },
      "externalId": {
       "type": [
        "string",
        "null"
       ]
      },
      "upstreamAt": {
       "type": [
        "string",
        "null"
       ]
      }
     },
     "required": [
      "line",
      "text",
      "author",
      "externalId",
      "upstreamAt"
     ],
     "additionalProperties": false
    },
    "description": "The first rows as they would stand in the register."
   },
   "createdAt": {
    "type": "string"
   },
   "finishedAt": {
    "type": [
     "string",
     "null"
    ]
   }
  },
  "required": [
   "id",
   "consultationId",
   "state",
   "dryRun",
   "fileName",
   "progress",
   "mapping",
   "columns",
   "encoding",
   "separator",
   "total",
   "imported",
   "alreadyThere",
   "failed",
   "held",
   "problems",
   "problemCount",
   "error",
   "preview",
   "createdAt",
   "finishedAt"
  ],
  "additionalProperties": false
 },
 "InboxDraftInput": {
  "type": "object",
  "properties": {
   "text": {
    "type": "string"
   },
   "kind": {
    "$ref": "#/components/schemas/AnswerKind"
   },
   "savedAnswerId": {
    "type": "string",
    "description": "The saved answer that it came from."
   },
   "takeOver": {
    "type": "boolean",
    "description": "Takes it from whoever has it."
   }
  },
  "required": [
   "text",
   "kind"
  ],
  "additionalProperties": false
 },
 "InboxDraftView": {
  "type": "object",
  "properties": {
   "holder": {
    "$ref": "#/components/schemas/DraftHolder"
   },
   "text": {
    "type": "string"
   },
   "kind": {
    "$ref": "#/components/schemas/AnswerKind"
   },
   "until": {
    "type": "string"
   }
  },
  "required": [
   "holder",
   "text",
   "kind",
   "until"
  ],
  "additionalProperties": false
 },
 "InboxNoteInput": {
  "type": "object",
  "properties": {
   "text": {
    "type": "string"
   },
   "mentions": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "Colleagues who are called to read it."
   }
  },
  "required": [
   "text"
  ],
  "additionalProperties": false
 },
 "InboxNoteView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "at": {
    "type": "string"
   },
   "authorName": {
    "type": "string"
   },
   "text": {
    "type": "string"
   }
  },
  "required": [
   "id",
   "at",
   "authorName",
   "text"
  ],
  "additionalProperties": false
 },
 "InboxPage": {
  "type": "object",
  "properties": {
   "items": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ConversationItem"
    }
   },
   "nextCursor": {
    "type": [
     "string",
     "null"
    ]
   }
  },
  "required": [
   "items",
   "nextCursor"
  ],
  "additionalProperties": false
 },
 "InboxPreferences": {
  "type": "object",
  "properties": {
   "mail": {
    "$ref": "#/components/schemas/NoticeMail"
   }
  },
  "required": [
   "mail"
  ],
  "additionalProperties": false,
  "description": "What one person has chosen for mails about the inbox."
 },
 "InboxPresence": {
  "type": "object",
  "properties": {
   "names": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  },
  "required": [
   "names"
  ],
  "additionalProperties": false,
  "description": "Who else has a conversation open."
 },
 "InboxSettings": {
  "type": "object",
  "properties": {
   "policy": {
    "$ref": "#/components/schemas/ClockPolicy"
   },
   "closedDays": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "`12-24` every year, `2026-06-05` once."
   },
   "signature": {
    "type": "string",
    "description": "`{organisation}` and `{department}` are filled in."
   },
   "rules": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/RoutingRule"
    }
   },
   "showBadge": {
    "type": "boolean",
    "description": "Share answered in time may be read on the consultation's page."
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "policy",
   "closedDays",
   "signature",
   "rules",
   "showBadge",
   "version"
  ],
  "additionalProperties": false
 },
 "InboxSettingsInput": {
  "type": "object",
  "additionalProperties": false,
  "properties": {
   "version": {
    "type": "number"
   },
   "policy": {
    "$ref": "#/components/schemas/ClockPolicy"
   },
   "closedDays": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "`12-24` every year, `2026-06-05` once."
   },
   "signature": {
    "type": "string",
    "description": "`{organisation}` and `{department}` are filled in."
   },
   "rules": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/RoutingRule"
    }
   },
   "showBadge": {
    "type": "boolean",
    "description": "Share answered in time may be read on the consultation's page."
   }
  },
  "required": [
   "version"
  ]
 },
 "InboxSummary": {
  "type": "object",
  "properties": {
   "due": {
    "type": "number"
   },
   "mine": {
    "type": "number"
   },
   "department": {
    "type": "number"
   },
   "unassigned": {
    "type": "number"
   },
   "breached": {
    "type": "number"
   },
   "toRead": {
    "type": "number"
   },
   "mentioned": {
    "type": "number"
   },
   "waiting": {
    "type": "number"
   }
  },
  "required": [
   "due",
   "mine",
   "department",
   "unassigned",
   "breached",
   "toRead",
   "mentioned",
   "waiting"
  ],
  "additionalProperties": false,
  "description": "How many there are in each view, for the signed-in person."
 },
 "InboxView": {
  "type": "string",
  "enum": [
   "due",
   "mine",
   "department",
   "unassigned",
   "breached",
   "toRead",
   "mentioned",
   "waiting",
   "answered"
  ],
  "description": "`toRead`: an answer of somebody else's waits for a second pair of eyes; `mentioned`: a note calls the person and is not read."
 },
 "LeaveInput": {
  "type": "object",
  "properties": {
   "accountId": {
    "type": "string"
   },
   "startsOn": {
    "type": "string",
    "description": "`2026-12-01`, or as people write it: `1.12.2026`."
   },
   "endsOn": {
    "type": "string"
   }
  },
  "required": [
   "accountId",
   "startsOn",
   "endsOn"
  ],
  "additionalProperties": false,
  "description": "Somebody is away from one day to another, both included."
 },
 "LeaveView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "accountId": {
    "type": "string"
   },
   "accountName": {
    "type": "string"
   },
   "startsOn": {
    "type": "string"
   },
   "endsOn": {
    "type": "string"
   }
  },
  "required": [
   "id",
   "accountId",
   "accountName",
   "startsOn",
   "endsOn"
  ],
  "additionalProperties": false
 },
 "LiveComment": {
  "type": "object",
  "properties": {
   "author": {
    "type": [
     "string",
     "null"
    ],
    "description": "Null: the network does not tell."
   },
   "text": {
    "type": "string"
   },
   "at": {
    "type": "string"
   },
   "ours": {
    "type": "boolean",
    "description": "Ours: written by the municipality's own profile."
   },
   "replies": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/LiveReply"
    }
   }
  },
  "required": [
   "at",
   "author",
   "ours",
   "replies",
   "text"
  ],
  "additionalProperties": false
 },
 "LiveComments": {
  "type": "object",
  "properties": {
   "items": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/LiveComment"
    }
   },
   "more": {
    "type": "boolean",
    "description": "The network had more than is shown."
   },
   "permalink": {
    "type": [
     "string",
     "null"
    ]
   }
  },
  "required": [
   "items",
   "more",
   "permalink"
  ],
  "additionalProperties": false
 },
 "LiveReply": {
  "type": "object",
  "properties": {
   "author": {
    "type": [
     "string",
     "null"
    ],
    "description": "Null: the network does not tell."
   },
   "text": {
    "type": "string"
   },
   "at": {
    "type": "string"
   },
   "ours": {
    "type": "boolean",
    "description": "Ours: written by the municipality's own profile."
   }
  },
  "required": [
   "author",
   "text",
   "at",
   "ours"
  ],
  "additionalProperties": false,
  "description": "A comment as the network has it this minute. It is kept nowhere."
 },
 "MonthNumbers": {
  "type": "object",
  "properties": {
   "month": {
    "type": "string",
    "description": "`2026-11`"
   },
   "ways": {
    "type": "object",
    "properties": {
     "web": {
      "type": "number"
     },
     "social": {
      "type": "number"
     },
     "phone": {
      "type": "number"
     },
     "mail": {
      "type": "number"
     },
     "other": {
      "type": "number"
     }
    },
    "required": [
     "web",
     "social",
     "phone",
     "mail",
     "other"
    ],
    "additionalProperties": false
   },
   "answersRead": {
    "type": "number",
    "description": "Official answers that were opened and read: questions that need not be asked."
   },
   "linksFollowed": {
    "type": "number",
    "description": "Self-service links in them that were followed."
   }
  },
  "required": [
   "month",
   "ways",
   "answersRead",
   "linksFollowed"
  ],
  "additionalProperties": false
 },
 "NeedsReason": {
  "type": "string",
  "enum": [
   "question",
   "addressed",
   "below-answer",
   "tag",
   "person"
  ],
  "description": "Why somebody waits for an answer."
 },
 "NoAnswerInput": {
  "type": "object",
  "properties": {
   "reason": {
    "type": "string"
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "reason"
  ],
  "additionalProperties": false
 },
 "NoticeMail": {
  "type": "string",
  "enum": [
   "atOnce",
   "digest"
  ],
  "description": "`digest`: gathered, at 8 and at 13."
 },
 "NumberMetric": {
  "type": "string",
  "enum": [
   "followers",
   "shown",
   "reactions",
   "comments",
   "shares"
  ]
 },
 "NumberSeries": {
  "type": "object",
  "properties": {
   "kind": {
    "type": "string",
    "enum": [
     "account",
     "post"
    ]
   },
   "subjectId": {
    "type": "string"
   },
   "metric": {
    "$ref": "#/components/schemas/NumberMetric"
   },
   "definition": {
    "type": "string",
    "description": "How it was counted: the network's interface and its version."
   },
   "days": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "day": {
       "type": "string"
      },
      "value": {
       "type": "number"
      }
     },
     "required": [
      "day",
      "value"
     ],
     "additionalProperties": false
    }
   }
  },
  "required": [
   "kind",
   "subjectId",
   "metric",
   "definition",
   "days"
  ],
  "additionalProperties": false,
  "description": "One number day by day. Days without a reading are left out."
 },
 "ObjectionInput": {
  "type": "object",
  "properties": {
   "reference": {
    "type": "string"
   },
   "receivedOn": {
    "type": "string",
    "description": "`2026-12-04`, or as people write it: `4.12.2026`."
   },
   "tagIds": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "Themes that it is about; none: nobody said it in the consultation."
   }
  },
  "required": [
   "reference",
   "receivedOn",
   "tagIds"
  ],
  "additionalProperties": false
 },
 "ObjectionTheme": {
  "type": "object",
  "properties": {
   "tagId": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "comments": {
    "type": "number"
   },
   "objections": {
    "type": "number"
   }
  },
  "required": [
   "tagId",
   "name",
   "comments",
   "objections"
  ],
  "additionalProperties": false
 },
 "ObjectionView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "reference": {
    "type": "string",
    "description": "The objection's own number in the municipality's records."
   },
   "receivedOn": {
    "type": "string",
    "description": "Local day, `2026-12-04`."
   },
   "tagIds": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  },
  "required": [
   "id",
   "reference",
   "receivedOn",
   "tagIds"
  ],
  "additionalProperties": false,
  "description": "A formal objection that came after a consultation, held against the consultation's themes."
 },
 "Objections": {
  "type": "object",
  "properties": {
   "items": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ObjectionView"
    }
   },
   "themes": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ObjectionTheme"
    }
   },
   "unforeseen": {
    "type": "number",
    "description": "Objections about something that nobody said before."
   }
  },
  "required": [
   "items",
   "themes",
   "unforeseen"
  ],
  "additionalProperties": false
 },
 "OembedAnswer": {
  "type": "object",
  "properties": {
   "version": {
    "type": "string",
    "const": "1.0"
   },
   "type": {
    "type": "string",
    "const": "rich"
   },
   "title": {
    "type": "string"
   },
   "provider_name": {
    "type": "string"
   },
   "provider_url": {
    "type": "string"
   },
   "cache_age": {
    "type": "number",
    "description": "Seconds."
   },
   "html": {
    "type": "string"
   },
   "width": {
    "type": "number"
   },
   "height": {
    "type": "number"
   },
   "thumbnail_url": {
    "type": "string"
   },
   "thumbnail_width": {
    "type": "number"
   },
   "thumbnail_height": {
    "type": "number"
   }
  },
  "required": [
   "version",
   "type",
   "title",
   "provider_name",
   "provider_url",
   "cache_age",
   "html",
   "width",
   "height"
  ],
  "additionalProperties": false,
  "description": "oEmbed 1.0, type `rich`: names are the standard's."
 },
 "OfficialAnswerInput": {
  "type": "object",
  "properties": {
   "question": {
    "type": "string"
   },
   "answer": {
    "type": "string"
   },
   "signature": {
    "type": "string",
    "description": "\"Nørreskov Kommune, Vej og Park\"; left out = the municipality and the department of the one who writes."
   },
   "linkUrl": {
    "type": "string",
    "description": "A page where people can help themselves."
   },
   "linkLabel": {
    "type": "string"
   }
  },
  "required": [
   "question",
   "answer"
  ],
  "additionalProperties": false,
  "description": "A question that many have, answered once by the municipality and pinned on the consultation's page."
 },
 "OfficialAnswerView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "question": {
    "type": "string"
   },
   "answer": {
    "type": "string"
   },
   "signature": {
    "type": "string"
   },
   "linkUrl": {
    "type": [
     "string",
     "null"
    ]
   },
   "linkLabel": {
    "type": [
     "string",
     "null"
    ]
   },
   "updatedAt": {
    "type": "string"
   },
   "reads": {
    "type": "number",
    "description": "Times it was opened, and its link followed: all readers, robots left out, nobody recognised."
   },
   "links": {
    "type": "number"
   }
  },
  "required": [
   "answer",
   "id",
   "linkLabel",
   "linkUrl",
   "links",
   "question",
   "reads",
   "signature",
   "updatedAt"
  ],
  "additionalProperties": false
 },
 "OneTimeLinkView": {
  "type": "object",
  "properties": {
   "purpose": {
    "type": "string",
    "enum": [
     "setup",
     "invite",
     "reset"
    ]
   },
   "email": {
    "type": [
     "string",
     "null"
    ]
   },
   "name": {
    "type": [
     "string",
     "null"
    ]
   }
  },
  "required": [
   "purpose",
   "email",
   "name"
  ],
  "additionalProperties": false
 },
 "OrganisationView": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string",
    "description": "As it signs: \"Nørreskov Kommune\"."
   },
   "address": {
    "type": "string"
   },
   "phone": {
    "type": "string"
   },
   "email": {
    "type": "string"
   },
   "dpoContact": {
    "type": "string"
   },
   "accessibilityUrl": {
    "type": "string"
   },
   "caseNumberPattern": {
    "type": "string",
    "description": "How case numbers look: every digit stands for any digit, `26/000000`. Empty = anything."
   },
   "houseRules": {
    "type": "string",
    "description": "What the municipality adds to the house rules in its own words; paragraphs."
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "name",
   "address",
   "phone",
   "email",
   "dpoContact",
   "accessibilityUrl",
   "caseNumberPattern",
   "houseRules",
   "version"
  ],
  "additionalProperties": false
 },
 "OverviewView": {
  "type": "object",
  "properties": {
   "total": {
    "type": "number"
   },
   "distinctTexts": {
    "type": "number"
   },
   "tagged": {
    "type": "number"
   },
   "early": {
    "type": "number"
   },
   "late": {
    "type": "number"
   },
   "perDay": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "date": {
       "type": "string"
      },
      "count": {
       "type": "number"
      }
     },
     "required": [
      "date",
      "count"
     ],
     "additionalProperties": false
    },
    "description": "Local dates (Europe/Copenhagen) with comments, first to last; a day without any is left out."
   },
   "perChannel": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "channel": {
       "$ref": "#/components/schemas/Channel"
      },
      "count": {
       "type": "number"
      }
     },
     "required": [
      "channel",
      "count"
     ],
     "additionalProperties": false
    }
   },
   "perState": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "state": {
       "$ref": "#/components/schemas/CommentState"
      },
      "count": {
       "type": "number"
      }
     },
     "required": [
      "state",
      "count"
     ],
     "additionalProperties": false
    }
   },
   "perTag": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "tagId": {
       "type": "string"
      },
      "name": {
       "type": "string"
      },
      "parentId": {
       "type": [
        "string",
        "null"
       ]
      },
      "colour": {
       "type": "number"
      },
      "count": {
       "type": "number"
      }
     },
     "required": [
      "tagId",
      "name",
      "parentId",
      "colour",
      "count"
     ],
     "additionalProperties": false
    }
   },
   "perLink": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "via": {
       "type": "string"
      },
      "visits": {
       "type": "number"
      },
      "comments": {
       "type": "number"
      }
     },
     "required": [
      "via",
      "visits",
      "comments"
     ],
     "additionalProperties": false
    },
    "description": "Visits by the channel of the shared link; counted without cookies."
   },
   "perQuestion": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/QuestionCounts"
    },
    "description": "Closed questions (choices and scales), in the form's order."
   },
   "generatedAt": {
    "type": "string"
   }
  },
  "required": [
   "total",
   "distinctTexts",
   "tagged",
   "early",
   "late",
   "perDay",
   "perChannel",
   "perState",
   "perTag",
   "perLink",
   "perQuestion",
   "generatedAt"
  ],
  "additionalProperties": false,
  "description": "Figures of one consultation; all counts are comments."
 },
 "Permission": {
  "type": "string",
  "enum": [
   "session.own",
   "organisation.read",
   "organisation.edit",
   "account.list",
   "account.manage",
   "department.read",
   "department.manage",
   "audit.read",
   "consultation.read",
   "consultation.edit",
   "consultation.publish",
   "template.edit",
   "textPreset.edit",
   "story.edit",
   "channel.read",
   "channel.connect",
   "comment.read",
   "comment.enter",
   "comment.decide",
   "tag.edit",
   "tag.assign",
   "import.run",
   "answer.official",
   "inbox.read",
   "inbox.answer",
   "savedAnswer.edit",
   "inbox.settings",
   "leave.edit",
   "overview.read",
   "export.public",
   "export.internal"
  ]
 },
 "PersonPresent": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "field": {
    "type": [
     "string",
     "null"
    ]
   }
  },
  "required": [
   "name",
   "field"
  ],
  "additionalProperties": false,
  "description": "Somebody else who has the same editor open."
 },
 "PhotoState": {
  "type": "string",
  "enum": [
   "waiting",
   "public",
   "hidden"
  ]
 },
 "PlaceholderValues": {
  "type": "object",
  "properties": {
   "nummer": {
    "type": [
     "string",
     "null"
    ]
   },
   "forhøring": {
    "type": [
     "string",
     "null"
    ]
   },
   "frist": {
    "type": [
     "string",
     "null"
    ]
   },
   "afdeling": {
    "type": [
     "string",
     "null"
    ]
   },
   "kommune": {
    "type": [
     "string",
     "null"
    ]
   },
   "link": {
    "type": [
     "string",
     "null"
    ]
   }
  },
  "required": [
   "nummer",
   "forhøring",
   "frist",
   "afdeling",
   "kommune",
   "link"
  ],
  "additionalProperties": false,
  "description": "What each stands for in one conversation; null: it has nothing there."
 },
 "Point": {
  "type": "object",
  "properties": {
   "longitude": {
    "type": "number"
   },
   "latitude": {
    "type": "number"
   }
  },
  "required": [
   "longitude",
   "latitude"
  ],
  "additionalProperties": false,
  "description": "A place on the map: WGS84, degrees."
 },
 "PostChannel": {
  "type": "string",
  "enum": [
   "facebook",
   "instagram",
   "bluesky",
   "mastodon",
   "linkedin",
   "threads",
   "x"
  ]
 },
 "PostInput": {
  "type": "object",
  "properties": {
   "channel": {
    "$ref": "#/components/schemas/PostChannel"
   },
   "text": {
    "type": "string",
    "description": "With `{link}` where the channel's own link stands."
   }
  },
  "required": [
   "channel",
   "text"
  ],
  "additionalProperties": false
 },
 "PostNumbersView": {
  "type": "object",
  "properties": {
   "reactions": {
    "type": [
     "number",
     "null"
    ]
   },
   "comments": {
    "type": [
     "number",
     "null"
    ]
   },
   "shares": {
    "type": [
     "number",
     "null"
    ]
   },
   "shown": {
    "type": [
     "number",
     "null"
    ],
    "description": "How often it was shown."
   }
  },
  "required": [
   "reactions",
   "comments",
   "shares",
   "shown"
  ],
  "additionalProperties": false,
  "description": "What a network counts of a post; null: it does not tell."
 },
 "PostView": {
  "type": "object",
  "properties": {
   "channel": {
    "$ref": "#/components/schemas/PostChannel"
   },
   "text": {
    "type": "string",
    "description": "With `{link}` where the channel's own link stands."
   },
   "postedAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Null: not out yet. What is out keeps its text."
   },
   "postedByName": {
    "type": [
     "string",
     "null"
    ]
   },
   "permalink": {
    "type": [
     "string",
     "null"
    ]
   },
   "delivery": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/DeliveryView"
     },
     {
      "type": "null"
     }
    ],
    "description": "How it goes out by itself; null: it was not ordered."
   }
  },
  "required": [
   "channel",
   "delivery",
   "permalink",
   "postedAt",
   "postedByName",
   "text"
  ],
  "additionalProperties": false
 },
 "PostedInput": {
  "type": "object",
  "properties": {
   "permalink": {
    "type": "string",
    "description": "Where it lies; '' or left out when nobody has copied the address."
   }
  },
  "additionalProperties": false,
  "description": "Somebody has put the post up."
 },
 "PosterSize": {
  "type": "string",
  "enum": [
   "a4",
   "a3"
  ]
 },
 "PresenceInput": {
  "type": "object",
  "properties": {
   "field": {
    "type": [
     "string",
     "null"
    ],
    "description": "The field with the focus; null = none."
   }
  },
  "additionalProperties": false,
  "description": "Sent every few seconds while the editor is open."
 },
 "PresenceView": {
  "type": "object",
  "properties": {
   "version": {
    "type": "number",
    "description": "The consultation's version now: another one than was read means that somebody saved."
   },
   "updatedAt": {
    "type": "string"
   },
   "updatedBy": {
    "type": [
     "string",
     "null"
    ]
   },
   "others": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/PersonPresent"
    }
   }
  },
  "required": [
   "version",
   "updatedAt",
   "updatedBy",
   "others"
  ],
  "additionalProperties": false
 },
 "PresetKind": {
  "type": "string",
  "enum": [
   "legalBasis",
   "privacyNotice"
  ]
 },
 "PreviewLinkInput": {
  "type": "object",
  "properties": {
   "days": {
    "type": "number",
    "description": "1–30; 7 when left out."
   }
  },
  "additionalProperties": false
 },
 "PreviewLinkMade": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "createdAt": {
    "type": "string"
   },
   "createdBy": {
    "type": [
     "string",
     "null"
    ]
   },
   "expiresAt": {
    "type": "string"
   },
   "state": {
    "type": "string",
    "enum": [
     "active",
     "expired",
     "revoked"
    ]
   },
   "url": {
    "type": "string"
   }
  },
  "required": [
   "createdAt",
   "createdBy",
   "expiresAt",
   "id",
   "state",
   "url"
  ],
  "additionalProperties": false,
  "description": "The address is shown this once; only its hash is stored."
 },
 "PreviewLinkView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "createdAt": {
    "type": "string"
   },
   "createdBy": {
    "type": [
     "string",
     "null"
    ]
   },
   "expiresAt": {
    "type": "string"
   },
   "state": {
    "type": "string",
    "enum": [
     "active",
     "expired",
     "revoked"
    ]
   }
  },
  "required": [
   "id",
   "createdAt",
   "createdBy",
   "expiresAt",
   "state"
  ],
  "additionalProperties": false
 },
 "PrivateCodeInput": {
  "type": "object",
  "properties": {
   "number": {
    "type": "string"
   },
   "code": {
    "type": "string"
   }
  },
  "required": [
   "number",
   "code"
  ],
  "additionalProperties": false,
  "description": "What is printed on a receipt for somebody who has no link."
 },
 "PrivateCommentView": {
  "type": "object",
  "properties": {
   "number": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/CommentState"
   },
   "text": {
    "type": "string"
   },
   "author": {
    "type": [
     "string",
     "null"
    ]
   },
   "receivedAt": {
    "type": "string"
   },
   "hasEmail": {
    "type": "boolean"
   },
   "follow": {
    "type": "object",
    "properties": {
     "answers": {
      "type": "boolean",
      "description": "The municipality's answer."
     },
     "result": {
      "type": "boolean",
      "description": "What became of it all, when the consultation has ended."
     }
    },
    "required": [
     "answers",
     "result"
    ],
    "additionalProperties": false
   },
   "shownAs": {
    "type": [
     "string",
     "null"
    ],
    "description": "What it is shown as when it is public; null = \"Borger\"."
   },
   "showName": {
    "type": "boolean"
   },
   "nameProtected": {
    "type": "boolean"
   },
   "editedAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Last time the writer changed the words."
   },
   "editableUntil": {
    "type": [
     "string",
     "null"
    ],
    "description": "Until when the words can be changed; null when they cannot."
   },
   "mayWithdraw": {
    "type": "boolean"
   },
   "code": {
    "type": "string",
    "description": "For somebody without the link: number and code together open it."
   },
   "place": {
    "type": [
     "string",
     "null"
    ]
   },
   "point": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/Point"
     },
     {
      "type": "null"
     }
    ]
   },
   "photos": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "state": {
       "$ref": "#/components/schemas/PhotoState"
      },
      "altText": {
       "type": "string"
      }
     },
     "required": [
      "state",
      "altText"
     ],
     "additionalProperties": false
    }
   },
   "questionAnswers": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/QuestionAnswer"
    }
   },
   "version": {
    "type": "number"
   },
   "heldFor": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "Why it is held or hidden, in codes: `cpr`, `phone`, `email`, `address`, `spam`."
   },
   "hiddenReason": {
    "type": [
     "string",
     "null"
    ]
   },
   "answers": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "signature": {
       "type": "string"
      },
      "text": {
       "type": "string"
      },
      "answeredAt": {
       "type": "string"
      }
     },
     "required": [
      "signature",
      "text",
      "answeredAt"
     ],
     "additionalProperties": false
    }
   },
   "consultation": {
    "type": "object",
    "properties": {
     "slug": {
      "type": "string"
     },
     "title": {
      "type": "string"
     },
     "state": {
      "type": "string"
     },
     "closesAt": {
      "type": [
       "string",
       "null"
      ]
     },
     "contact": {
      "type": "string"
     },
     "questions": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string"
        },
        "label": {
         "type": "string"
        }
       },
       "required": [
        "id",
        "label"
       ],
       "additionalProperties": false
      },
      "description": "What `questionAnswers` answer."
     }
    },
    "required": [
     "slug",
     "title",
     "state",
     "closesAt",
     "contact",
     "questions"
    ],
    "additionalProperties": false
   }
  },
  "required": [
   "number",
   "state",
   "text",
   "author",
   "receivedAt",
   "hasEmail",
   "follow",
   "shownAs",
   "showName",
   "nameProtected",
   "editedAt",
   "editableUntil",
   "mayWithdraw",
   "code",
   "place",
   "point",
   "photos",
   "questionAnswers",
   "version",
   "heldFor",
   "hiddenReason",
   "answers",
   "consultation"
  ],
  "additionalProperties": false,
  "description": "What the private link shows to the person who wrote it."
 },
 "PrivateLinkView": {
  "type": "object",
  "properties": {
   "privateUrl": {
    "type": "string"
   }
  },
  "required": [
   "privateUrl"
  ],
  "additionalProperties": false
 },
 "Problem": {
  "type": "object",
  "properties": {
   "type": {
    "type": "string"
   },
   "title": {
    "type": "string"
   },
   "status": {
    "type": "number"
   },
   "code": {
    "type": "string"
   },
   "detail": {
    "type": "string"
   },
   "errors": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/FieldProblem"
    }
   },
   "params": {
    "type": "object",
    "additionalProperties": {
     "type": [
      "string",
      "number",
      "boolean"
     ]
    },
    "description": "Values a program may need, e.g. `closedAt` or `retryAfterSeconds`."
   }
  },
  "required": [
   "type",
   "title",
   "status",
   "code",
   "detail"
  ],
  "additionalProperties": false,
  "description": "RFC 9457 problem details. `code` is stable and meant for programs; the words are for people and follow Accept-Language (Danish unless English is asked for)."
 },
 "ProposalState": {
  "type": "string",
  "enum": [
   "waiting",
   "approved",
   "sentBack",
   "withdrawn"
  ]
 },
 "ProposalView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "answerId": {
    "type": [
     "string",
     "null"
    ],
    "description": "The answer whose words it replaces; null: a new one."
   },
   "kind": {
    "$ref": "#/components/schemas/AnswerKind"
   },
   "text": {
    "type": "string"
   },
   "promisedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "authorId": {
    "type": "string"
   },
   "authorName": {
    "type": "string"
   },
   "createdAt": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/ProposalState"
   },
   "decidedByName": {
    "type": [
     "string",
     "null"
    ]
   },
   "decidedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "words": {
    "type": [
     "string",
     "null"
    ],
    "description": "Why it was sent back."
   }
  },
  "required": [
   "id",
   "answerId",
   "kind",
   "text",
   "promisedAt",
   "authorId",
   "authorName",
   "createdAt",
   "state",
   "decidedByName",
   "decidedAt",
   "words"
  ],
  "additionalProperties": false,
  "description": "An answer that is read by another before it is sent."
 },
 "PublicAnswer": {
  "type": "object",
  "properties": {
   "signature": {
    "type": "string",
    "description": "\"Nørreskov Kommune, Vej og Park\""
   },
   "text": {
    "type": "string"
   },
   "answeredAt": {
    "type": "string"
   }
  },
  "required": [
   "signature",
   "text",
   "answeredAt"
  ],
  "additionalProperties": false
 },
 "PublicComment": {
  "type": "object",
  "properties": {
   "number": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "author": {
    "type": [
     "string",
     "null"
    ],
    "description": "The name the person chose to show, or null: \"Borger\"."
   },
   "speaksAs": {
    "$ref": "#/components/schemas/SpeaksAs"
   },
   "place": {
    "type": [
     "string",
     "null"
    ],
    "description": "Where it is about, in words."
   },
   "point": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/Point"
     },
     {
      "type": "null"
     }
    ],
    "description": "Where it is about, rounded to a grid of about a hundred metres."
   },
   "photos": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/PublicPhoto"
    }
   },
   "language": {
    "type": "string",
    "enum": [
     "da",
     "en"
    ],
    "description": "What it is written in."
   },
   "supportCount": {
    "type": "number",
    "description": "How many pressed \"Enig\"; indicative."
   },
   "replies": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/PublicComment"
    },
    "description": "Replies from other citizens, oldest first; none below these."
   },
   "themes": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "Names of the themes that the staff show to everybody."
   },
   "channel": {
    "$ref": "#/components/schemas/Channel"
   },
   "receivedAt": {
    "type": "string"
   },
   "editedAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "When the person last changed the words."
   },
   "answers": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/PublicAnswer"
    }
   }
  },
  "required": [
   "number",
   "text",
   "author",
   "speaksAs",
   "place",
   "point",
   "photos",
   "language",
   "supportCount",
   "replies",
   "themes",
   "channel",
   "receivedAt",
   "editedAt",
   "answers"
  ],
  "additionalProperties": false
 },
 "PublicCommentPage": {
  "type": "object",
  "properties": {
   "items": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/PublicComment"
    }
   },
   "nextCursor": {
    "type": [
     "string",
     "null"
    ]
   },
   "found": {
    "type": [
     "number",
     "null"
    ],
    "description": "How many fit the filter; null without one."
   }
  },
  "required": [
   "items",
   "nextCursor",
   "found"
  ],
  "additionalProperties": false
 },
 "PublicConsultationSummary": {
  "type": "object",
  "properties": {
   "slug": {
    "type": "string"
   },
   "departmentName": {
    "type": [
     "string",
     "null"
    ]
   },
   "publishedAt": {
    "type": "string"
   },
   "updatedAt": {
    "type": "string"
   },
   "area": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/Area"
     },
     {
      "type": "null"
     }
    ],
    "description": "Coarse: enough for a small map of all of them."
   },
   "title": {
    "type": "string"
   },
   "teaser": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/ConsultationState"
   },
   "opensAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "closesAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "commentCount": {
    "type": "number"
   }
  },
  "required": [
   "slug",
   "departmentName",
   "publishedAt",
   "updatedAt",
   "area",
   "title",
   "teaser",
   "state",
   "opensAt",
   "closesAt",
   "commentCount"
  ],
  "additionalProperties": false
 },
 "PublicConsultationView": {
  "type": "object",
  "properties": {
   "number": {
    "type": "string",
    "description": "`F-2026-014`; comments are numbered under it."
   },
   "slug": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/ConsultationState"
   },
   "title": {
    "type": "string"
   },
   "teaser": {
    "type": "string"
   },
   "purpose": {
    "type": "string"
   },
   "canInfluence": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "settled": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "questions": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/Question"
    }
   },
   "closesAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Exclusive end as an instant."
   },
   "opensAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "contact": {
    "type": "string"
   },
   "caseNumber": {
    "type": "string"
   },
   "legalBasis": {
    "type": "string"
   },
   "privacyNotice": {
    "type": "string"
   },
   "privacyNoticeVersion": {
    "type": "number"
   },
   "visibility": {
    "$ref": "#/components/schemas/Visibility"
   },
   "area": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/Area"
     },
     {
      "type": "null"
     }
    ]
   },
   "allowReplies": {
    "type": "boolean"
   },
   "timeline": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/TimelineEntry"
    },
    "description": "In the order of the steps; only what is known."
   },
   "publicUrl": {
    "type": "string"
   },
   "shortUrl": {
    "type": "string",
    "description": "The same page by an address that can be typed: `https://…/k/h7k2m4p`."
   },
   "changes": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ConsultationChange"
    },
    "description": "Newest first; empty for a draft."
   },
   "departmentName": {
    "type": [
     "string",
     "null"
    ]
   },
   "publishedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "updatedAt": {
    "type": "string"
   },
   "commentCount": {
    "type": "number",
    "description": "Comments shown now."
   },
   "placeCount": {
    "type": "number",
    "description": "Of them with a place on the map."
   },
   "answeredCount": {
    "type": "number",
    "description": "Of them answered by the municipality below the comment."
   },
   "organisation": {
    "$ref": "#/components/schemas/PublicOrganisation"
   },
   "files": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/PublicFile"
    }
   },
   "officialAnswers": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/PublicOfficialAnswer"
    }
   }
  },
  "required": [
   "allowReplies",
   "answeredCount",
   "area",
   "canInfluence",
   "caseNumber",
   "changes",
   "closesAt",
   "commentCount",
   "contact",
   "departmentName",
   "files",
   "legalBasis",
   "number",
   "officialAnswers",
   "opensAt",
   "organisation",
   "placeCount",
   "privacyNotice",
   "privacyNoticeVersion",
   "publicUrl",
   "publishedAt",
   "purpose",
   "questions",
   "settled",
   "shortUrl",
   "slug",
   "state",
   "teaser",
   "timeline",
   "title",
   "updatedAt",
   "visibility"
  ],
  "additionalProperties": false,
  "description": "What everybody may read of a consultation."
 },
 "PublicField": {
  "type": "string",
  "enum": [
   "title",
   "teaser",
   "purpose",
   "canInfluence",
   "settled",
   "questions",
   "area",
   "opensAt",
   "closesAt",
   "contact",
   "caseNumber",
   "legalBasis",
   "privacyNotice",
   "visibility",
   "allowReplies",
   "timeline"
  ]
 },
 "PublicFile": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "kind": {
    "$ref": "#/components/schemas/FileKind"
   },
   "title": {
    "type": "string",
    "description": "Caption of a picture, name of a document."
   },
   "altText": {
    "type": "string",
    "description": "What a picture shows, for those who do not see it. Empty: it only decorates."
   },
   "bytes": {
    "type": "number"
   },
   "width": {
    "type": [
     "number",
     "null"
    ],
    "description": "Pixels of the large size; null for a document."
   },
   "height": {
    "type": [
     "number",
     "null"
    ]
   },
   "url": {
    "type": "string"
   },
   "smallUrl": {
    "type": [
     "string",
     "null"
    ],
    "description": "A smaller size of a picture; null for a document."
   }
  },
  "required": [
   "id",
   "kind",
   "title",
   "altText",
   "bytes",
   "width",
   "height",
   "url",
   "smallUrl"
  ],
  "additionalProperties": false,
  "description": "A picture or a document of a consultation, as everybody sees it. Addresses are paths on the same server."
 },
 "PublicOfficialAnswer": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "question": {
    "type": "string"
   },
   "answer": {
    "type": "string"
   },
   "signature": {
    "type": "string"
   },
   "linkUrl": {
    "type": [
     "string",
     "null"
    ]
   },
   "linkLabel": {
    "type": [
     "string",
     "null"
    ]
   },
   "updatedAt": {
    "type": "string"
   }
  },
  "required": [
   "id",
   "question",
   "answer",
   "signature",
   "linkUrl",
   "linkLabel",
   "updatedAt"
  ],
  "additionalProperties": false
 },
 "PublicOrganisation": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "address": {
    "type": "string"
   },
   "phone": {
    "type": "string"
   },
   "email": {
    "type": "string"
   },
   "accessibilityUrl": {
    "type": "string"
   },
   "mapAttribution": {
    "type": [
     "string",
     "null"
    ],
    "description": "Whom the background map is from; null = there is none, and maps show area and places only."
   }
  },
  "required": [
   "name",
   "address",
   "phone",
   "email",
   "accessibilityUrl",
   "mapAttribution"
  ],
  "additionalProperties": false
 },
 "PublicPhoto": {
  "type": "object",
  "properties": {
   "altText": {
    "type": "string"
   },
   "width": {
    "type": "number"
   },
   "height": {
    "type": "number"
   },
   "url": {
    "type": "string"
   },
   "smallUrl": {
    "type": "string"
   }
  },
  "required": [
   "altText",
   "width",
   "height",
   "url",
   "smallUrl"
  ],
  "additionalProperties": false
 },
 "PublicPlace": {
  "type": "object",
  "properties": {
   "number": {
    "type": "string"
   },
   "point": {
    "$ref": "#/components/schemas/Point"
   },
   "place": {
    "type": [
     "string",
     "null"
    ]
   },
   "excerpt": {
    "type": "string",
    "description": "The beginning of what was said."
   }
  },
  "required": [
   "number",
   "point",
   "place",
   "excerpt"
  ],
  "additionalProperties": false,
  "description": "A place that a public comment is about."
 },
 "PublicResult": {
  "type": "object",
  "properties": {
   "intro": {
    "type": "string"
   },
   "themes": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ResultTheme"
    }
   },
   "publishedAt": {
    "type": "string"
   },
   "updatedAt": {
    "type": "string"
   },
   "commentCount": {
    "type": "number"
   }
  },
  "required": [
   "intro",
   "themes",
   "publishedAt",
   "updatedAt",
   "commentCount"
  ],
  "additionalProperties": false,
  "description": "As everybody reads it."
 },
 "PublicTheme": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "name": {
    "type": "string"
   },
   "count": {
    "type": "number",
    "description": "Shown comments that carry it."
   }
  },
  "required": [
   "id",
   "name",
   "count"
  ],
  "additionalProperties": false,
  "description": "A theme that everybody may filter by."
 },
 "PublishFinding": {
  "type": "object",
  "properties": {
   "code": {
    "type": "string"
   },
   "level": {
    "type": "string",
    "enum": [
     "blocks",
     "warns"
    ]
   },
   "field": {
    "type": "string"
   }
  },
  "required": [
   "code",
   "level",
   "field"
  ],
  "additionalProperties": false,
  "description": "`code` is stable: `title-missing`, `question-missing`, `closing-missing`, `delete-date-missing` block; the rest warn."
 },
 "PublishResult": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "slug": {
    "type": "string"
   },
   "state": {
    "$ref": "#/components/schemas/ConsultationState"
   },
   "warnings": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/PublishFinding"
    }
   }
  },
  "required": [
   "id",
   "slug",
   "state",
   "warnings"
  ],
  "additionalProperties": false
 },
 "Question": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "kind": {
    "$ref": "#/components/schemas/QuestionKind"
   },
   "label": {
    "type": "string"
   },
   "options": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  },
  "required": [
   "id",
   "kind",
   "label",
   "options"
  ],
  "additionalProperties": false,
  "description": "A question that has been saved."
 },
 "QuestionAnswer": {
  "type": "object",
  "properties": {
   "questionId": {
    "type": "string"
   },
   "values": {
    "type": "array",
    "items": {
     "type": "string"
    }
   }
  },
  "required": [
   "questionId",
   "values"
  ],
  "additionalProperties": false,
  "description": "One chosen option, several of them, or a step of the scale (`1`–`5`), as the question's kind asks for."
 },
 "QuestionCounts": {
  "type": "object",
  "properties": {
   "questionId": {
    "type": "string"
   },
   "label": {
    "type": "string"
   },
   "options": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "label": {
       "type": "string"
      },
      "count": {
       "type": "number"
      }
     },
     "required": [
      "label",
      "count"
     ],
     "additionalProperties": false
    },
    "description": "Every option, also one that nobody chose; a scale's steps 1–5 with the words of its ends."
   },
   "answered": {
    "type": "number",
    "description": "People who answered it. With several choices the options add up to more."
   },
   "skipped": {
    "type": "number",
    "description": "People who wrote, but left it out."
   }
  },
  "required": [
   "questionId",
   "label",
   "options",
   "answered",
   "skipped"
  ],
  "additionalProperties": false,
  "description": "How a closed question was answered. What the citizen took back is not counted."
 },
 "QuestionInput": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string",
    "description": "Of a question that has been saved: it keeps its answers when it is moved or reworded. Unknown ids are ignored."
   },
   "kind": {
    "$ref": "#/components/schemas/QuestionKind"
   },
   "label": {
    "type": "string"
   },
   "options": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "For `one` and `several`: at least two. For `scale`: what the two ends mean."
   }
  },
  "required": [
   "kind",
   "label"
  ],
  "additionalProperties": false
 },
 "QuestionKind": {
  "type": "string",
  "enum": [
   "text",
   "one",
   "several",
   "scale",
   "place"
  ]
 },
 "ResponseBadge": {
  "type": "object",
  "properties": {
   "share": {
    "type": "number",
    "description": "0–1"
   },
   "due": {
    "type": "number"
   },
   "inTime": {
    "type": "number"
   },
   "medianMs": {
    "type": [
     "number",
     "null"
    ]
   },
   "policy": {
    "$ref": "#/components/schemas/ClockPolicy"
   }
  },
  "required": [
   "share",
   "due",
   "inTime",
   "medianMs",
   "policy"
  ],
  "additionalProperties": false,
  "description": "What everybody may read: of the questions that were due, how many were answered in time."
 },
 "ResponseTimes": {
  "type": "object",
  "properties": {
   "total": {
    "$ref": "#/components/schemas/ResponseTimesGroup"
   },
   "perChannel": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ResponseTimesGroup"
    }
   },
   "perDepartment": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ResponseTimesGroup"
    }
   },
   "perWeek": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ResponseTimesGroup"
    }
   },
   "breached": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "conversationId": {
       "type": "string"
      },
      "number": {
       "type": "string"
      },
      "dueAt": {
       "type": "string"
      },
      "answeredAt": {
       "type": [
        "string",
        "null"
       ]
      },
      "why": {
       "type": "string",
       "enum": [
        "collected-late",
        "answered-late",
        "not-answered"
       ]
      }
     },
     "required": [
      "conversationId",
      "number",
      "dueAt",
      "answeredAt",
      "why"
     ],
     "additionalProperties": false
    }
   },
   "policy": {
    "$ref": "#/components/schemas/ClockPolicy"
   },
   "generatedAt": {
    "type": "string"
   }
  },
  "required": [
   "total",
   "perChannel",
   "perDepartment",
   "perWeek",
   "breached",
   "policy",
   "generatedAt"
  ],
  "additionalProperties": false
 },
 "ResponseTimesGroup": {
  "type": "object",
  "properties": {
   "key": {
    "type": [
     "string",
     "null"
    ],
    "description": "null = all"
   },
   "label": {
    "type": "string"
   },
   "due": {
    "type": "number",
    "description": "Conversations whose first answer was due in the period."
   },
   "inTime": {
    "type": "number",
    "description": "Of them answered within the promise."
   },
   "share": {
    "type": [
     "number",
     "null"
    ],
    "description": "0–1; null when nothing was due."
   },
   "medianMs": {
    "type": [
     "number",
     "null"
    ],
    "description": "Milliseconds from question to first delivered answer, of those answered."
   },
   "p90Ms": {
    "type": [
     "number",
     "null"
    ]
   },
   "fullMedianMs": {
    "type": [
     "number",
     "null"
    ],
    "description": "The same to the full answer."
   },
   "fullP90Ms": {
    "type": [
     "number",
     "null"
    ]
   },
   "fullAnswered": {
    "type": "number"
   }
  },
  "required": [
   "key",
   "label",
   "due",
   "inTime",
   "share",
   "medianMs",
   "p90Ms",
   "fullMedianMs",
   "fullP90Ms",
   "fullAnswered"
  ],
  "additionalProperties": false
 },
 "ResultInput": {
  "type": "object",
  "properties": {
   "intro": {
    "type": "string"
   },
   "themes": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/ResultThemeInput"
    }
   },
   "version": {
    "type": "number",
    "description": "The version that was read; 0 before the first."
   }
  },
  "required": [
   "intro",
   "themes",
   "version"
  ],
  "additionalProperties": false
 },
 "ResultOutcome": {
  "type": "string",
  "enum": [
   "included",
   "partly",
   "notIncluded"
  ]
 },
 "ResultTheme": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "colour": {
    "type": "number",
    "description": "1–8: colour and shape of the code book."
   },
   "count": {
    "type": "number",
    "description": "Comments that carry it, without hidden and withdrawn ones."
   },
   "outcome": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/ResultOutcome"
     },
     {
      "type": "null"
     }
    ]
   },
   "did": {
    "type": "string"
   },
   "why": {
    "type": "string"
   },
   "quote": {
    "anyOf": [
     {
      "type": "object",
      "properties": {
       "number": {
        "type": "string"
       },
       "text": {
        "type": "string"
       }
      },
      "required": [
       "number",
       "text"
      ],
      "additionalProperties": false
     },
     {
      "type": "null"
     }
    ],
    "description": "As long as everybody may read it."
   }
  },
  "required": [
   "name",
   "colour",
   "count",
   "outcome",
   "did",
   "why",
   "quote"
  ],
  "additionalProperties": false,
  "description": "One theme: you said, we did."
 },
 "ResultThemeInput": {
  "type": "object",
  "properties": {
   "tagId": {
    "type": "string"
   },
   "outcome": {
    "anyOf": [
     {
      "$ref": "#/components/schemas/ResultOutcome"
     },
     {
      "type": "null"
     }
    ]
   },
   "did": {
    "type": "string",
    "description": "What the municipality did. A theme without it is not shown."
   },
   "why": {
    "type": "string"
   },
   "quote": {
    "type": "string",
    "description": "`F-2026-014-0123` or `0123`: a public comment that says it well; '' = none."
   }
  },
  "required": [
   "tagId",
   "outcome",
   "did",
   "why"
  ],
  "additionalProperties": false
 },
 "ResultView": {
  "type": "object",
  "properties": {
   "themes": {
    "type": "array",
    "items": {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "tagId": {
       "type": "string"
      },
      "name": {
       "type": "string"
      },
      "colour": {
       "type": "number",
       "description": "1–8: colour and shape of the code book."
      },
      "count": {
       "type": "number",
       "description": "Comments that carry it, without hidden and withdrawn ones."
      },
      "outcome": {
       "anyOf": [
        {
         "$ref": "#/components/schemas/ResultOutcome"
        },
        {
         "type": "null"
        }
       ]
      },
      "did": {
       "type": "string"
      },
      "why": {
       "type": "string"
      },
      "quote": {
       "anyOf": [
        {
         "type": "object",
         "properties": {
          "number": {
           "type": "string"
          },
          "text": {
           "type": "string"
          }
         },
         "required": [
          "number",
          "text"
         ],
         "additionalProperties": false
        },
        {
         "type": "null"
        }
       ],
       "description": "As long as everybody may read it."
      }
     },
     "required": [
      "colour",
      "count",
      "did",
      "name",
      "outcome",
      "quote",
      "tagId",
      "why"
     ]
    }
   },
   "intro": {
    "type": "string"
   },
   "publishedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "updatedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "version": {
    "type": "number"
   },
   "followers": {
    "type": "number",
    "description": "Mail addresses that have asked to be told and have not been yet."
   }
  },
  "required": [
   "themes",
   "intro",
   "publishedAt",
   "updatedAt",
   "version",
   "followers"
  ],
  "additionalProperties": false,
  "description": "As staff write it: every theme of the code book, written about or not."
 },
 "Role": {
  "type": "string",
  "enum": [
   "administrator",
   "planner",
   "caseworker",
   "socialMediaManager",
   "superUser",
   "dpo"
  ]
 },
 "RoutingRule": {
  "type": "object",
  "properties": {
   "words": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "Whole words or beginnings, small letters."
   },
   "departmentId": {
    "type": "string"
   }
  },
  "required": [
   "words",
   "departmentId"
  ],
  "additionalProperties": false
 },
 "SaidView": {
  "type": "object",
  "properties": {
   "commentId": {
    "type": "string"
   },
   "number": {
    "type": "string",
    "description": "`F-2026-014-0007`"
   },
   "at": {
    "type": "string"
   },
   "round": {
    "type": "number"
   },
   "author": {
    "type": [
     "string",
     "null"
    ]
   },
   "text": {
    "type": "string"
   }
  },
  "required": [
   "commentId",
   "number",
   "at",
   "round",
   "author",
   "text"
  ],
  "additionalProperties": false,
  "description": "Something a citizen said in a conversation."
 },
 "SaveTemplateInput": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "description": {
    "type": "string"
   },
   "consultationId": {
    "type": "string"
   }
  },
  "required": [
   "name",
   "consultationId"
  ],
  "additionalProperties": false,
  "description": "Saves a consultation's texts and questions, its length and its visibility as a template; never dates, case number or privacy notice."
 },
 "SavedAnswerInput": {
  "type": "object",
  "properties": {
   "title": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ],
    "description": "null: for all departments."
   },
   "ownerId": {
    "type": "string",
    "description": "Who sees to it that it holds; the one who writes it when left out."
   },
   "reviewOn": {
    "type": "string",
    "description": "The day by which it is read through again; a year from now when left out."
   },
   "contactChecked": {
    "type": "boolean",
    "description": "A person has seen that contact details stand in it, and that everybody may read them."
   }
  },
  "required": [
   "title",
   "text"
  ],
  "additionalProperties": false,
  "description": "A text that answers what is asked again and again. Words in braces are filled in for each conversation."
 },
 "SavedAnswerView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "title": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "departmentName": {
    "type": [
     "string",
     "null"
    ]
   },
   "ownerId": {
    "type": "string"
   },
   "ownerName": {
    "type": "string"
   },
   "ownerAnswers": {
    "type": "boolean",
    "description": "The owner can still answer."
   },
   "reviewOn": {
    "type": "string",
    "description": "`2027-11-28`"
   },
   "reviewDue": {
    "type": "boolean",
    "description": "The day of the review is over."
   },
   "verifiedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "verifiedByName": {
    "type": [
     "string",
     "null"
    ]
   },
   "retiredAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "uses": {
    "type": "number",
    "description": "Answers that came from it and were sent."
   },
   "lastUsedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "updatedAt": {
    "type": "string"
   },
   "version": {
    "type": "number"
   },
   "mayEdit": {
    "type": "boolean",
    "description": "The caller may edit it."
   }
  },
  "required": [
   "id",
   "title",
   "text",
   "departmentId",
   "departmentName",
   "ownerId",
   "ownerName",
   "ownerAnswers",
   "reviewOn",
   "reviewDue",
   "verifiedAt",
   "verifiedByName",
   "retiredAt",
   "uses",
   "lastUsedAt",
   "updatedAt",
   "version",
   "mayEdit"
  ],
  "additionalProperties": false
 },
 "SendBackInput": {
  "type": "object",
  "properties": {
   "words": {
    "type": "string"
   }
  },
  "required": [
   "words"
  ],
  "additionalProperties": false
 },
 "SendPostInput": {
  "type": "object",
  "properties": {
   "accountId": {
    "type": "string"
   },
   "when": {
    "type": "string",
    "enum": [
     "now",
     "planned"
    ],
    "description": "`planned`: when the story is planned for."
   },
   "afterSeconds": {
    "type": "number",
    "description": "With `now`: seconds in which it can be regretted."
   }
  },
  "required": [
   "accountId",
   "when"
  ],
  "additionalProperties": false
 },
 "SessionView": {
  "type": "object",
  "properties": {
   "account": {
    "$ref": "#/components/schemas/AccountView"
   },
   "expiresAt": {
    "type": "string",
    "description": "When this session ends at the latest, ISO instant."
   }
  },
  "required": [
   "account",
   "expiresAt"
  ],
  "additionalProperties": false,
  "description": "Who is signed in, as every staff page needs it."
 },
 "SetCommentTagsInput": {
  "type": "object",
  "properties": {
   "tagIds": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "version": {
    "type": "number",
    "description": "The comment's version that was read; left out = last one wins."
   }
  },
  "required": [
   "tagIds"
  ],
  "additionalProperties": false
 },
 "SettleDeliveryInput": {
  "type": "object",
  "properties": {
   "there": {
    "type": "boolean",
    "description": "It is there."
   },
   "permalink": {
    "type": "string"
   }
  },
  "required": [
   "there"
  ],
  "additionalProperties": false,
  "description": "A person has looked, where the product could not tell."
 },
 "ShortLinkView": {
  "type": "object",
  "properties": {
   "slug": {
    "type": "string"
   }
  },
  "required": [
   "slug"
  ],
  "additionalProperties": false,
  "description": "Where a short link leads."
 },
 "ShowNameInput": {
  "type": "object",
  "properties": {
   "showName": {
    "type": "boolean"
   }
  },
  "required": [
   "showName"
  ],
  "additionalProperties": false
 },
 "SignInInput": {
  "type": "object",
  "properties": {
   "email": {
    "type": "string"
   },
   "password": {
    "type": "string"
   }
  },
  "required": [
   "email",
   "password"
  ],
  "additionalProperties": false
 },
 "SignInReturn": {
  "type": "object",
  "properties": {
   "state": {
    "type": "string"
   },
   "code": {
    "type": "string"
   }
  },
  "required": [
   "state",
   "code"
  ],
  "additionalProperties": false,
  "description": "What the network's page handed back."
 },
 "SignInStart": {
  "type": "object",
  "properties": {
   "url": {
    "type": "string",
    "description": "The network's own page, where the person says yes."
   }
  },
  "required": [
   "url"
  ],
  "additionalProperties": false
 },
 "SpeaksAs": {
  "type": "string",
  "enum": [
   "private",
   "association",
   "company",
   "authority",
   "council"
  ]
 },
 "StoryInput": {
  "type": "object",
  "properties": {
   "headline": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "pictureId": {
    "type": [
     "string",
     "null"
    ],
    "description": "A picture of the consultation; null = the preview picture of the link."
   },
   "altText": {
    "type": "string"
   },
   "plannedOn": {
    "type": [
     "string",
     "null"
    ],
    "description": "Local wall time, `2026-03-26T07:30`; null = not planned."
   },
   "posts": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/PostInput"
    }
   },
   "version": {
    "type": "number",
    "description": "The version that was read; 0 before the first."
   }
  },
  "required": [
   "headline",
   "text",
   "pictureId",
   "altText",
   "plannedOn",
   "posts",
   "version"
  ],
  "additionalProperties": false,
  "description": "A story is written once for each phase of a consultation, then as a post for each channel that was chosen."
 },
 "StoryPhase": {
  "type": "string",
  "enum": [
   "opening",
   "halfway",
   "lastDays",
   "closed"
  ]
 },
 "StoryView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "consultationId": {
    "type": "string"
   },
   "phase": {
    "$ref": "#/components/schemas/StoryPhase"
   },
   "headline": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "pictureId": {
    "type": [
     "string",
     "null"
    ]
   },
   "altText": {
    "type": "string"
   },
   "plannedOn": {
    "type": [
     "string",
     "null"
    ]
   },
   "plannedAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "The instant of `plannedOn` in the municipality's zone."
   },
   "posts": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/PostView"
    }
   },
   "updatedAt": {
    "type": "string"
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "id",
   "consultationId",
   "phase",
   "headline",
   "text",
   "pictureId",
   "altText",
   "plannedOn",
   "plannedAt",
   "posts",
   "updatedAt",
   "version"
  ],
  "additionalProperties": false
 },
 "SubmitCommentInput": {
  "type": "object",
  "properties": {
   "text": {
    "type": "string"
   },
   "name": {
    "type": "string",
    "description": "Shown with the comment; left out = \"Borger\"."
   },
   "email": {
    "type": "string",
    "description": "Only for receipt and answer; never shown."
   },
   "idempotencyKey": {
    "type": "string",
    "description": "Made in the browser; the same key with the same text gives the same reply."
   },
   "via": {
    "type": "string",
    "description": "Channel of the shared link (`k`)."
   },
   "website": {
    "type": "string",
    "description": "A field no person sees; filled in, the comment waits for review."
   },
   "language": {
    "$ref": "#/components/schemas/CommentLanguage",
    "description": "Of the page it was written on; mail comes in it."
   },
   "speaksAs": {
    "$ref": "#/components/schemas/SpeaksAs",
    "description": "Left out = a private person."
   },
   "organisation": {
    "type": "string",
    "description": "Shown in place of the name when somebody speaks for others."
   },
   "nameProtected": {
    "type": "boolean",
    "description": "Name and address protection: always shown as \"Borger\"."
   },
   "place": {
    "type": "string",
    "description": "Where it is about, in words."
   },
   "point": {
    "$ref": "#/components/schemas/Point",
    "description": "Where it is about, on the map. Others see it rounded to about a hundred metres."
   },
   "photos": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "Tokens of uploaded photos."
   },
   "replyTo": {
    "type": "string",
    "description": "Number of the public comment that it replies to, where the consultation allows replies."
   },
   "proof": {
    "type": "string",
    "description": "`challenge:nonce`, after 429 `proof-of-work-required`."
   },
   "mayWait": {
    "type": "boolean",
    "description": "From a form without script: instead of proof of work the comment may wait for a person."
   },
   "questionAnswers": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/QuestionAnswer"
    },
    "description": "Answers to the consultation's closed questions, by question id."
   }
  },
  "required": [
   "text"
  ],
  "additionalProperties": false
 },
 "SupportInput": {
  "type": "object",
  "properties": {
   "supported": {
    "type": "boolean"
   },
   "browser": {
    "type": "string",
    "description": "A random value that the browser keeps for this alone."
   }
  },
  "required": [
   "supported",
   "browser"
  ],
  "additionalProperties": false
 },
 "SupportView": {
  "type": "object",
  "properties": {
   "count": {
    "type": "number"
   },
   "supported": {
    "type": "boolean"
   }
  },
  "required": [
   "count",
   "supported"
  ],
  "additionalProperties": false,
  "description": "What pressing \"Enig\" has come to."
 },
 "TagInput": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "parentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "description": {
    "type": "string"
   },
   "keywords": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "colour": {
    "type": "number",
    "description": "One of the eight colours and shapes of the code book, 1–8; proposed when left out."
   },
   "key": {
    "type": "string",
    "description": "The single key that sets the tag in the workbench; proposed when left out, '' = none."
   },
   "isPublic": {
    "type": "boolean",
    "description": "Everybody may read it on public comments and filter by it; false unless somebody says so."
   },
   "readByAnother": {
    "type": "boolean",
    "description": "Answers about it, and about what lies below it, are read by another before they are sent."
   }
  },
  "required": [
   "name"
  ],
  "additionalProperties": false
 },
 "TagView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string"
   },
   "consultationId": {
    "type": "string"
   },
   "parentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "name": {
    "type": "string"
   },
   "description": {
    "type": "string"
   },
   "keywords": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "colour": {
    "type": "number"
   },
   "key": {
    "type": "string"
   },
   "isPublic": {
    "type": "boolean"
   },
   "readByAnother": {
    "type": "boolean"
   },
   "position": {
    "type": "number"
   },
   "count": {
    "type": "number",
    "description": "Comments that carry it."
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "id",
   "consultationId",
   "parentId",
   "name",
   "description",
   "keywords",
   "colour",
   "key",
   "isPublic",
   "readByAnother",
   "position",
   "count",
   "version"
  ],
  "additionalProperties": false
 },
 "TemplateView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string",
    "description": "A name for the built-in ones (`idea-phase`), otherwise a UUID."
   },
   "builtIn": {
    "type": "boolean"
   },
   "name": {
    "type": "string"
   },
   "description": {
    "type": "string"
   },
   "periodDays": {
    "type": [
     "number",
     "null"
    ],
    "description": "Suggested length; null = no dates are suggested."
   },
   "input": {
    "$ref": "#/components/schemas/ConsultationInput"
   },
   "savedBy": {
    "type": [
     "string",
     "null"
    ],
    "description": "Who saved it; null for the built-in ones."
   },
   "updatedAt": {
    "type": [
     "string",
     "null"
    ]
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "id",
   "builtIn",
   "name",
   "description",
   "periodDays",
   "input",
   "savedBy",
   "updatedAt",
   "version"
  ],
  "additionalProperties": false,
  "description": "What a consultation can begin with. Copied, never referred to: deleting one changes no consultation."
 },
 "TextPresetInput": {
  "type": "object",
  "properties": {
   "kind": {
    "$ref": "#/components/schemas/PresetKind"
   },
   "name": {
    "type": "string"
   },
   "text": {
    "type": "string"
   }
  },
  "required": [
   "kind",
   "name",
   "text"
  ],
  "additionalProperties": false
 },
 "TextPresetView": {
  "type": "object",
  "properties": {
   "id": {
    "type": "string",
    "description": "`standard` is the built-in privacy notice, filled with the municipality's contacts."
   },
   "builtIn": {
    "type": "boolean"
   },
   "kind": {
    "$ref": "#/components/schemas/PresetKind"
   },
   "name": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "id",
   "builtIn",
   "kind",
   "name",
   "text",
   "version"
  ],
  "additionalProperties": false,
  "description": "A municipality's own standard text. Chosen, it is copied into the field, where it can be changed."
 },
 "TimelineEntry": {
  "type": "object",
  "properties": {
   "step": {
    "$ref": "#/components/schemas/TimelineStep"
   },
   "when": {
    "type": "string"
   }
  },
  "required": [
   "step",
   "when"
  ],
  "additionalProperties": false,
  "description": "When a step is expected, in words: \"Efteråret 2027\"."
 },
 "TimelineStep": {
  "type": "string",
  "enum": [
   "consultation",
   "proposal",
   "hearing",
   "adoption"
  ]
 },
 "UpdateAccountInput": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "roles": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/Role"
    }
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "state": {
    "type": "string",
    "enum": [
     "active",
     "disabled"
    ]
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "version"
  ],
  "additionalProperties": false
 },
 "UpdateConsultationFileInput": {
  "type": "object",
  "properties": {
   "title": {
    "type": "string"
   },
   "altText": {
    "type": "string"
   },
   "position": {
    "type": "number",
    "description": "0 is first; the others move up."
   }
  },
  "additionalProperties": false
 },
 "UpdateConsultationInput": {
  "type": "object",
  "properties": {
   "title": {
    "type": "string"
   },
   "teaser": {
    "type": "string"
   },
   "purpose": {
    "type": "string"
   },
   "canInfluence": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "What people can change, a line each."
   },
   "settled": {
    "type": "array",
    "items": {
     "type": "string"
    },
    "description": "What is settled, a line each."
   },
   "questions": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/QuestionInput"
    }
   },
   "opensAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Date, local date-time (Europe/Copenhagen) or instant. A date is open from its first minute. Null = from publication."
   },
   "closesAt": {
    "type": [
     "string",
     "null"
    ],
    "description": "Date, local date-time (Europe/Copenhagen) or instant. A date counts to its end."
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "contact": {
    "type": "string"
   },
   "caseNumber": {
    "type": "string"
   },
   "legalBasis": {
    "type": "string"
   },
   "privacyNotice": {
    "type": "string"
   },
   "area": {
    "anyOf": [
     {
      "type": "object",
      "additionalProperties": {}
     },
     {
      "type": "null"
     }
    ],
    "description": "GeoJSON with a polygon, in WGS84 or EPSG:25832; null = no area."
   },
   "allowReplies": {
    "type": "boolean",
    "description": "Citizens may reply to each other, one level."
   },
   "timeline": {
    "type": "array",
    "items": {
     "$ref": "#/components/schemas/TimelineEntry"
    },
    "description": "When the steps are expected; a step that is left out is not known."
   },
   "visibility": {
    "$ref": "#/components/schemas/Visibility"
   },
   "visibilityReason": {
    "type": "string",
    "description": "Needed with `atOnce`."
   },
   "deleteOn": {
    "type": [
     "string",
     "null"
    ],
    "description": "Date (`2027-04-30`) by which the comments must be deleted."
   },
   "version": {
    "type": "number",
    "description": "The version that was read; another one gives 409 `version-conflict` with who and when."
   },
   "reason": {
    "type": "string",
    "description": "Why, when something the public reads is changed after publication. Shown to the public."
   }
  },
  "required": [
   "version"
  ],
  "additionalProperties": false
 },
 "UpdateOfficialAnswerInput": {
  "type": "object",
  "properties": {
   "question": {
    "type": "string"
   },
   "answer": {
    "type": "string"
   },
   "signature": {
    "type": "string",
    "description": "\"Nørreskov Kommune, Vej og Park\"; left out = the municipality and the department of the one who writes."
   },
   "linkUrl": {
    "type": "string",
    "description": "A page where people can help themselves."
   },
   "linkLabel": {
    "type": "string"
   },
   "position": {
    "type": "number",
    "description": "0 is first."
   }
  },
  "additionalProperties": false
 },
 "UpdateOrganisationInput": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "address": {
    "type": "string"
   },
   "phone": {
    "type": "string"
   },
   "email": {
    "type": "string"
   },
   "dpoContact": {
    "type": "string"
   },
   "accessibilityUrl": {
    "type": "string"
   },
   "caseNumberPattern": {
    "type": "string"
   },
   "houseRules": {
    "type": "string"
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "name",
   "address",
   "phone",
   "email",
   "dpoContact",
   "accessibilityUrl",
   "version"
  ],
  "additionalProperties": false
 },
 "UpdateSavedAnswerInput": {
  "type": "object",
  "properties": {
   "title": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "departmentId": {
    "type": [
     "string",
     "null"
    ],
    "description": "null: for all departments."
   },
   "ownerId": {
    "type": "string",
    "description": "Who sees to it that it holds; the one who writes it when left out."
   },
   "reviewOn": {
    "type": "string",
    "description": "The day by which it is read through again; a year from now when left out."
   },
   "contactChecked": {
    "type": "boolean",
    "description": "A person has seen that contact details stand in it, and that everybody may read them."
   },
   "verified": {
    "type": "boolean",
    "description": "Read through, and it holds. Other words take the mark away unless it is given with them."
   },
   "retired": {
    "type": "boolean",
    "description": "Out of use; it can be taken back."
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "version"
  ],
  "additionalProperties": false
 },
 "UpdateTagInput": {
  "type": "object",
  "additionalProperties": false,
  "properties": {
   "version": {
    "type": "number"
   },
   "name": {
    "type": "string"
   },
   "parentId": {
    "type": [
     "string",
     "null"
    ]
   },
   "description": {
    "type": "string"
   },
   "keywords": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "colour": {
    "type": "number",
    "description": "One of the eight colours and shapes of the code book, 1–8; proposed when left out."
   },
   "key": {
    "type": "string",
    "description": "The single key that sets the tag in the workbench; proposed when left out, '' = none."
   },
   "isPublic": {
    "type": "boolean",
    "description": "Everybody may read it on public comments and filter by it; false unless somebody says so."
   },
   "readByAnother": {
    "type": "boolean",
    "description": "Answers about it, and about what lies below it, are read by another before they are sent."
   }
  },
  "required": [
   "version"
  ]
 },
 "UpdateTemplateInput": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "description": {
    "type": "string"
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "version"
  ],
  "additionalProperties": false
 },
 "UpdateTextPresetInput": {
  "type": "object",
  "properties": {
   "name": {
    "type": "string"
   },
   "text": {
    "type": "string"
   },
   "version": {
    "type": "number"
   }
  },
  "required": [
   "version"
  ],
  "additionalProperties": false
 },
 "UploadedPhoto": {
  "type": "object",
  "properties": {
   "token": {
    "type": "string",
    "description": "Goes into `photos` of the comment; good for a day."
   },
   "width": {
    "type": "number"
   },
   "height": {
    "type": "number"
   }
  },
  "required": [
   "token",
   "width",
   "height"
  ],
  "additionalProperties": false,
  "description": "An uploaded photo that waits for its comment to be sent."
 },
 "UseOneTimeLinkInput": {
  "type": "object",
  "properties": {
   "token": {
    "type": "string"
   },
   "password": {
    "type": "string"
   },
   "email": {
    "type": "string"
   },
   "name": {
    "type": "string"
   }
  },
  "required": [
   "token",
   "password"
  ],
  "additionalProperties": false,
  "description": "Uses a one-time link: first set-up (name and email needed), invitation or new password."
 },
 "Visibility": {
  "type": "string",
  "enum": [
   "afterReview",
   "atOnce",
   "staffOnly"
  ]
 }
};
