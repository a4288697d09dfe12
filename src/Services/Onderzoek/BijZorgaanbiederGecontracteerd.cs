using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Opslag;

namespace WmoPlatform.Onderzoeken;

/// <summary>
/// Updates the copy of the register that choices are checked against. One statement does it, so that two instances cannot leave an older
/// version in place.
/// </summary>
public sealed class BijZorgaanbiederGecontracteerd(OnderzoekDb db) : IReaction<ZorgaanbiederGecontracteerd>
{
    public Task Handle(ZorgaanbiederGecontracteerd gebeurtenis, CancellationToken annulering) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO zorgaanbieder (agb, naam, productcategorieen, geldig_van, geldig_tot, versie)
            VALUES ({gebeurtenis.Agb}, {gebeurtenis.Naam}, {gebeurtenis.Productcategorieen.ToArray()},
                {gebeurtenis.GeldigVan}, {gebeurtenis.GeldigTot}, {gebeurtenis.Versie})
            ON CONFLICT (agb) DO UPDATE SET naam = excluded.naam, productcategorieen = excluded.productcategorieen,
                geldig_van = excluded.geldig_van, geldig_tot = excluded.geldig_tot, versie = excluded.versie
            WHERE zorgaanbieder.versie < excluded.versie
            """, annulering);
}
