using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>A WMO501 was refused, or never answered: as if the SVB had said that the message was wrong.</summary>
public sealed class BijOpgegeven(PgbDb db, SvbMelden svb, Vault kluis, TimeProvider klok) : IBijOpgegeven
{
    public Task Verwerk(string identificatie, CancellationToken annulering) => db.Beantwoord(identificatie, [Retourcode.TechnischOnjuist], svb, kluis, klok, annulering);
}
