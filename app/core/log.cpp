#include "core/log.h"

Q_LOGGING_CATEGORY(lcNet, "idv.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "idv.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcVault, "idv.vault", QtInfoMsg)
Q_LOGGING_CATEGORY(lcService, "idv.service", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "idv.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcLab, "idv.lab", QtInfoMsg)
