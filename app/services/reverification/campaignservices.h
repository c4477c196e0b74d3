#pragma once

namespace services {

class IdentityDirectory;
class Reverification;
class Syncer;
class Verifier;

/// What campaigns use of the open tenant. All of it outlives them.
struct CampaignServices
{
    IdentityDirectory &directory;
    Syncer &syncer;
    Reverification &reverification;
    Verifier &verifier;
};

} // namespace services
